package org.heralddata.serve.portal;

import org.heralddata.jobs.request.RequestCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.serve.event.EventCode;
import org.heralddata.serve.rest.RestCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a page tells of a refused request.
 *
 * @param code    of the diagnostic
 * @param message plain words
 * @param place   the selection and, on the line below, carets under the faulty part; null if no part is at fault
 * @param help    null if there is nothing to advise
 * @param status  of a page that can show nothing else
 */
public record Problem(
        String code,
        String message,
        @Nullable String place,
        @Nullable String help,
        HttpStatus status) {

    public static Problem of(Refusal refusal) {
        Diagnostic first = refusal.diagnostics().getFirst();
        return new Problem(first.code().id(), first.message(), place(first.location()), first.help(), status(refusal));
    }

    private static @Nullable String place(Location location) {
        return location instanceof Location.InQuery(var query, var start, var length)
                ? query.replace('\n', ' ') + "\n" + " ".repeat(start) + "^".repeat(Math.max(1, length))
                : null;
    }

    static HttpStatus status(Refusal refusal) {
        DiagnosticCode code = refusal.diagnostics().getFirst().code();
        return switch (code) {
            case QueryCode.NO_COLLECTION,
                    QueryCode.NO_RELEASE,
                    QueryCode.NO_TABLE,
                    QueryCode.NO_FILE,
                    RequestCode.NO_REQUEST,
                    RequestCode.NO_SHARE,
                    EventCode.NO_EVENT,
                    RestCode.NO_ADDRESS -> HttpStatus.NOT_FOUND;
            case QueryCode.RESTRICTED, RequestCode.NOT_SHAREABLE, RequestCode.NOT_YOURS -> HttpStatus.FORBIDDEN;
            case QueryCode.BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
            case QueryCode.TIME_OUT -> HttpStatus.GATEWAY_TIMEOUT;
            default -> code.isOfTheMachine() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_REQUEST;
        };
    }
}
