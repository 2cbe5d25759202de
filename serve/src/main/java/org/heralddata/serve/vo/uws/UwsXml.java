package org.heralddata.serve.vo.uws;

import java.util.Arrays;
import java.util.List;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.JobResult;
import org.heralddata.serve.xml.Xml;
import org.jspecify.annotations.Nullable;

/** Documents of UWS 1.1, valid by its schema (section 4). */
final class UwsXml {
    private static final String[] ROOT = {
        "xmlns:uws", "http://www.ivoa.net/xml/UWS/v1.0",
        "xmlns:xlink", "http://www.w3.org/1999/xlink",
        "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
        "version", "1.1"
    };

    /** Of parts of a job, whose types have no version in the schema. */
    private static final String[] PART = Arrays.copyOf(ROOT, ROOT.length - 2);

    private UwsXml() {}

    /** @param url address of the job without the last slash */
    static String job(Job job, String url) {
        return Xml.document(xml -> xml.element("uws:job", body -> job(body, job, url), ROOT));
    }

    private static void job(Xml xml, Job job, String url) {
        xml.text("uws:jobId", job.id());
        xml.text("uws:runId", job.runId());
        nullable(xml, "uws:ownerId", job.owner());
        xml.text("uws:phase", job.phase().name());
        nullable(xml, "uws:quote", UwsTime.text(job.quote()));
        xml.text("uws:creationTime", UwsTime.text(job.created()));
        nullable(xml, "uws:startTime", UwsTime.text(job.started()));
        nullable(xml, "uws:endTime", UwsTime.text(job.ended()));
        xml.text("uws:executionDuration", Long.toString(job.duration().toSeconds()));
        xml.text("uws:destruction", UwsTime.text(job.destruction()));
        xml.element("uws:parameters", inner -> job.parameters().forEach(p -> parameter(inner, p)));
        xml.element("uws:results", inner -> job.results().forEach(r -> result(inner, r, url)));
        JobFailure failure = job.failure();
        if (failure != null) {
            xml.element(
                    "uws:errorSummary",
                    inner -> inner.text("uws:message", failure.message()),
                    "type",
                    failure.again() ? "transient" : "fatal",
                    "hasDetail",
                    "true");
        }
        Double progress = job.progress().fraction();
        if (progress != null) {
            xml.element("uws:jobInfo", inner -> inner.text("progress", Double.toString(Math.clamp(progress, 0, 1))));
        }
    }

    /** @param url address of the list without the last slash */
    static String jobs(List<Job> jobs, String url) {
        return Xml.document(xml ->
                xml.element("uws:jobs", body -> jobs.forEach(job -> reference(body, job, url)), ROOT));
    }

    private static void reference(Xml xml, Job job, String url) {
        xml.element(
                "uws:jobref",
                ref -> {
                    ref.text("uws:phase", job.phase().name());
                    ref.text("uws:runId", job.runId());
                    nullable(ref, "uws:ownerId", job.owner());
                    ref.text("uws:creationTime", UwsTime.text(job.created()));
                },
                "id",
                job.id(),
                "xlink:type",
                "simple",
                "xlink:href",
                url + "/" + job.id());
    }

    static String parameters(Job job) {
        return Xml.document(xml ->
                xml.element("uws:parameters", body -> job.parameters().forEach(p -> parameter(body, p)), PART));
    }

    private static void parameter(Xml xml, JobParameter parameter) {
        xml.element(
                "uws:parameter",
                inner -> inner.characters(parameter.value()),
                "id",
                parameter.name(),
                "byReference",
                parameter.byReference() ? "true" : null);
    }

    static String results(Job job, String url) {
        return Xml.document(xml ->
                xml.element("uws:results", body -> job.results().forEach(r -> result(body, r, url)), PART));
    }

    private static void result(Xml xml, JobResult result, String url) {
        xml.empty(
                "uws:result",
                "id",
                result.name(),
                "xlink:type",
                "simple",
                "xlink:href",
                url + "/results/" + result.name(),
                "size",
                Long.toString(result.bytes()),
                "mime-type",
                result.mediaType());
    }

    private static void nullable(Xml xml, String name, @Nullable String value) {
        if (value == null) {
            xml.empty(name, "xsi:nil", "true");
        } else {
            xml.text(name, value);
        }
    }
}
