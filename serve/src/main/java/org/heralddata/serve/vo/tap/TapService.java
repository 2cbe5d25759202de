package org.heralddata.serve.vo.tap;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFailure;
import org.heralddata.jobs.JobKind;
import org.heralddata.jobs.JobLimits;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.Jobs;
import org.heralddata.model.access.AccountViewers;
import org.heralddata.query.DataService;
import org.heralddata.query.adql.AdqlService;
import org.heralddata.serve.viewer.CurrentViewer;
import org.heralddata.serve.vo.uws.UwsReply;
import org.heralddata.serve.vo.uws.UwsService;
import org.heralddata.serve.xml.Xml;
import org.heralddata.spi.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/** The Table Access Protocol of a home. Safe for many threads. */
public final class TapService {
    /** Where it is served. */
    public static final String PATH = "/tap";

    private final TapFormats formats;
    private final TapSettings settings;
    private final TapWork work;
    private final TapJobs kind;
    private final TapDocuments documents;
    private final AdqlService adql;

    /**
     * @param data   tells how large answers are, whoever asks
     * @param owners tell with whose rights an asynchronous query runs: those that its owner has then
     * @param own    address of the server without the last slash, as it is in tables
     * @param limits of asynchronous queries
     */
    public TapService(
            AdqlService adql,
            DataService data,
            AccountViewers owners,
            Formats formats,
            Supplier<String> own,
            TapSettings settings,
            JobLimits limits) {
        this.formats = new TapFormats(formats);
        this.settings = settings;
        this.adql = adql;
        work = new TapWork(adql, data, formats, own, settings, limits.maxDuration());
        kind = new TapJobs(work, owners, this.formats, settings, limits);
        documents = new TapDocuments(this::adql, new TapCapabilities(this.formats, settings, kind.limits()));
    }

    /** What its asynchronous queries are. */
    public JobKind kind() {
        return kind;
    }

    /** What the queries of whoever asks now are asked of. */
    public AdqlService adql() {
        return adql.as(CurrentViewer.get());
    }

    /** Queries that make sense with the tables there are. */
    public List<TapExample> examples() {
        return TapExamples.of(adql());
    }

    /**
     * What a query of whoever asks now would take; rows are counted where that is soon done.
     *
     * @param maxRec as it is asked for; null for the usual
     */
    TapEstimate estimate(String query, @Nullable String maxRec) {
        List<JobParameter> asked = new ArrayList<>(List.of(JobParameter.of("QUERY", query)));
        if (maxRec != null) {
            asked.add(JobParameter.of("MAXREC", maxRec));
        }
        return work.estimate(TapQuery.parse(new TapParameters(asked), formats, settings), CurrentViewer.get(), true);
    }

    /** The formats of answers by short name, the usual one first. */
    public List<String> formatNames() {
        return formats.offers().stream()
                .flatMap(offer -> offer.aliases().stream().limit(1))
                .toList();
    }

    /** Rows that an answer may have, whatever is asked for. */
    public long maxRows() {
        return settings.maxRows();
    }

    /**
     * Elements {@code capability} for VOSI and registries.
     *
     * @param site address of the server without the last slash
     */
    public List<Consumer<Xml>> capabilities(String site) {
        return documents.capabilityElements(site + PATH);
    }

    /**
     * Its resources.
     *
     * @param jobs     that know {@link #kind}
     * @param examples page of examples
     * @param site     address of the server without the last slash, as a request sees it
     */
    public ServletRegistrationBean<?> servlet(
            Jobs jobs, ExamplesPage examples, Function<HttpServletRequest, String> site) {
        var uws = new UwsService(jobs, kind.name(), TapService::error);
        var servlet = new TapServlet(
                work, formats, settings, uws, documents, examples, request -> site.apply(request) + PATH);
        try {
            Files.createDirectories(settings.temporary());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        var registration = new ServletRegistrationBean<>(servlet, PATH, PATH + "/*");
        registration.setName("tap");
        registration.setLoadOnStartup(1);
        long request = settings.uploadBytes() * settings.uploads();
        registration.setMultipartConfig(
                new MultipartConfigElement(settings.temporary().toString(), settings.uploadBytes(), request, 1 << 16));
        return registration;
    }

    private static UwsReply error(Job job) {
        JobFailure failure = Objects.requireNonNull(job.failure());
        return new UwsReply.Document(
                TapErrors.MEDIA_TYPE, TapErrors.document(failure.message(), failure.code(), failure.detail()));
    }
}
