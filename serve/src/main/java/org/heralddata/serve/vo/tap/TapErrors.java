package org.heralddata.serve.vo.tap;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.heralddata.jobs.JobCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.serve.vo.uws.UwsCode;
import org.heralddata.serve.xml.Xml;

/** What is wrong, as VOTables that say so (DALI 1.1, section 4.4): the message for people, then the code and the place in the query. */
final class TapErrors {
    static final String MEDIA_TYPE = "application/x-votable+xml";

    private static final System.Logger LOG = System.getLogger(TapErrors.class.getName());

    private TapErrors() {}

    /** An answer: a status of HTTP and what is wrong. */
    record Told(int status, List<Diagnostic> diagnostics) {}

    static Told told(Throwable failure) {
        return switch (failure) {
            case Refusal refusal ->
                new Told(status(refusal.diagnostics().getFirst().code()), refusal.diagnostics());
            case CancellationException _ ->
                new Told(503, List.of(Diagnostic.error(TapCode.OUR_FAULT, "the query was cancelled")));
            default -> {
                LOG.log(System.Logger.Level.ERROR, "a TAP request failed", failure);
                yield new Told(
                        500,
                        List.of(Diagnostic.error(TapCode.OUR_FAULT, "the query failed for a reason that is ours")
                                .helped("tell those who run this server when it was; its log tells more")));
            }
        };
    }

    private static int status(DiagnosticCode code) {
        return switch (code) {
            case TapCode.NO_ADDRESS, TapCode.NO_TABLE, JobCode.NO_JOB, UwsCode.NO_RESOURCE -> 404;
            case JobCode.WRONG_PHASE, JobCode.TOO_MANY_OF_ONE, TapCode.UPLOAD_FORBIDDEN, QueryCode.RESTRICTED -> 403;
            case UwsCode.NOT_ALLOWED -> 405;
            case TapCode.UPLOAD_TOO_LARGE -> 413;
            case QueryCode.BUSY, QueryCode.TIME_OUT, JobCode.STOPPED, JobCode.TOO_MANY, JobCode.NO_ROOM -> 503;
            default -> code.isOfTheMachine() ? 503 : 400;
        };
    }

    static String document(List<Diagnostic> diagnostics) {
        String message = diagnostics.stream()
                .map(d -> d.help() == null ? d.message() : "%s (%s)".formatted(d.message(), d.help()))
                .collect(Collectors.joining("; "));
        return document(
                message,
                diagnostics.stream().map(d -> d.code().id()).distinct().collect(Collectors.joining(" ")),
                DiagnosticText.render(diagnostics));
    }

    /** @param detail several lines, with the place */
    static String document(String message, String code, String detail) {
        return Xml.document(xml -> xml.element(
                "VOTABLE",
                body -> body.element(
                        "RESOURCE",
                        resource -> {
                            resource.text("INFO", message, "name", "QUERY_STATUS", "value", "ERROR");
                            resource.text("INFO", detail, "name", "herald_diagnostic", "value", code);
                        },
                        "type",
                        "results"),
                "version",
                "1.4",
                "xmlns",
                "http://www.ivoa.net/xml/VOTable/v1.3"));
    }
}
