package org.heralddata.serve.vo.scs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.serve.client.Presence;
import org.heralddata.serve.vo.dali.VotableErrors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Errors of cone searches, as VOTables. A user's mistake has the status 200: SCS 1.03 (section 2, 2.c) wants a VOTable, and with any
 * other status TOPCAT, STILTS and pyvo tell the status instead of the text.
 */
@RestControllerAdvice(basePackageClasses = ScsErrors.class)
@Order(0)
class ScsErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ScsErrors.class);

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw refusal;
        }
        DiagnosticCode code = refusal.diagnostics().getFirst().code();
        boolean later = code == QueryCode.BUSY || code == QueryCode.TIME_OUT || code.isOfTheMachine();
        VotableErrors.send(response, later ? 503 : 200, VotableErrors.text(refusal.diagnostics()));
    }

    /** The client is gone, or the server stops: nobody reads an answer. */
    @ExceptionHandler
    void cancelled(CancellationException cancelled, HttpServletResponse response) throws IOException {
        VotableErrors.send(response, 503, "the query was cancelled");
    }

    @ExceptionHandler
    void failed(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw failure;
        }
        if (!Presence.isOver(request)) {
            LOG.error("{} {}", request.getMethod(), request.getRequestURI(), failure);
        }
        VotableErrors.send(response, 500, "Herald failed to answer; it is our mistake, and was logged");
    }
}
