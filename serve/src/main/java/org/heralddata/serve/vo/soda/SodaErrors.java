package org.heralddata.serve.vo.soda;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CancellationException;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.serve.client.Presence;
import org.heralddata.serve.vo.dali.VoCode;
import org.heralddata.serve.vo.dali.VotableErrors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors as plain text, each beginning with a word of SODA 1.0, section 5. */
@RestControllerAdvice(basePackageClasses = SodaErrors.class)
@Order(0)
class SodaErrors {
    private static final Logger LOG = LoggerFactory.getLogger(SodaErrors.class);

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw refusal;
        }
        DiagnosticCode code = refusal.diagnostics().getFirst().code();
        String text = VotableErrors.text(refusal.diagnostics());
        return switch (code) {
            case VoCode.REPEATED -> answer(400, "MultiValuedParamNotSupported: " + text);
            case QueryCode.RESTRICTED -> answer(403, "AuthorizationError: " + text);
            case QueryCode.NO_COLLECTION, QueryCode.NO_RELEASE, QueryCode.NO_TABLE ->
                answer(404, "UsageError: " + text);
            case QueryCode.BUSY, QueryCode.TIME_OUT -> answer(503, "ServiceUnavailable: " + text);
            default ->
                code.isOfTheMachine() ? answer(503, "ServiceUnavailable: " + text) : answer(400, "UsageError: " + text);
        };
    }

    /** The client is gone, or the server stops: nobody reads an answer. */
    @ExceptionHandler
    ResponseEntity<String> cancelled(CancellationException cancelled) {
        return answer(503, "ServiceUnavailable: the query was cancelled");
    }

    @ExceptionHandler
    ResponseEntity<String> failed(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (response.isCommitted()) {
            throw failure;
        }
        if (!Presence.isOver(request)) {
            LOG.error("{} {}", request.getMethod(), request.getRequestURI(), failure);
        }
        return answer(500, "Error: Herald failed to answer; it is our mistake, and was logged");
    }

    private static ResponseEntity<String> answer(int status, String text) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_PLAIN)
                .header("Cache-Control", "no-store")
                .body(text + "\n");
    }
}
