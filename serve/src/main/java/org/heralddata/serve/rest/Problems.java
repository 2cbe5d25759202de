package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.heralddata.accounts.AccountCode;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.request.RequestCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.serve.client.Presence;
import org.heralddata.serve.event.EventCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of the API as RFC 9457 problems. */
@RestControllerAdvice(basePackageClasses = Problems.class)
@Order(0)
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw refusal;
        }
        return answer(status(refusal.diagnostics().getFirst().code()), refusal.diagnostics());
    }

    /** The client is gone, or the server stops: nobody reads an answer. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> cancelled(CancellationException cancelled) {
        return cancelled();
    }

    private static ResponseEntity<Map<String, Object>> cancelled() {
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                List.of(Diagnostic.error(QueryCode.TIME_OUT, "the query was cancelled")));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> failed(
            Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw failure;
        }
        if (Presence.isOver(request)) {
            return cancelled();
        }
        LOG.error("{} {}", request.getMethod(), request.getRequestURI(), failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                List.of(Diagnostic.error(RestCode.OUR_FAULT, "Herald failed to answer")
                        .helped("it is our mistake, and was logged")));
    }

    static HttpStatus status(DiagnosticCode code) {
        return switch (code) {
            case QueryCode.NO_COLLECTION,
                    QueryCode.NO_RELEASE,
                    QueryCode.NO_TABLE,
                    QueryCode.NO_FILE,
                    JobCode.NO_JOB,
                    RequestCode.NO_REQUEST,
                    RequestCode.NO_SHARE,
                    RestCode.NO_ADDRESS,
                    EventCode.NO_EVENT,
                    RestCode.NO_FILE -> HttpStatus.NOT_FOUND;
            case QueryCode.FILE_GONE -> HttpStatus.GONE;
            case QueryCode.RESTRICTED, RequestCode.NOT_YOURS -> HttpStatus.FORBIDDEN;
            case AccountCode.SIGN_IN_FIRST -> HttpStatus.UNAUTHORIZED;
            case QueryCode.BUSY, QueryCode.TIME_OUT, JobCode.TOO_MANY_OF_ONE, JobCode.TOO_MANY, JobCode.NO_ROOM ->
                HttpStatus.SERVICE_UNAVAILABLE;
            case RequestCode.LISTENERS,
                    RequestCode.TOO_MANY_ACTIVE,
                    RequestCode.TOO_MANY_KEPT,
                    RequestCode.TOO_MANY_BYTES,
                    RequestCode.DAY_IS_FULL -> HttpStatus.TOO_MANY_REQUESTS;
            case RequestCode.NOT_SHAREABLE -> HttpStatus.FORBIDDEN;
            case JobCode.WRONG_PHASE, RequestCode.NOT_READY, RequestCode.NOT_LONGER -> HttpStatus.CONFLICT;
            case QueryCode.TOO_LARGE, RequestCode.TOO_LARGE, RequestCode.NO_ROWS -> HttpStatus.UNPROCESSABLE_CONTENT;
            case RestCode.BODY_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case RestCode.NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
            case RestCode.NOT_ACCEPTABLE -> HttpStatus.NOT_ACCEPTABLE;
            case RestCode.OUR_FAULT -> HttpStatus.INTERNAL_SERVER_ERROR;
            default -> code.isOfTheMachine() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_REQUEST;
        };
    }

    static ResponseEntity<Map<String, Object>> answer(HttpStatus status, List<Diagnostic> diagnostics) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        answer.header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(problem(status, diagnostics));
    }

    static Map<String, Object> problem(HttpStatus status, List<Diagnostic> diagnostics) {
        Diagnostic first = diagnostics.getFirst();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:herald:" + first.code().id());
        problem.put("title", first.code().title());
        problem.put("status", status.value());
        problem.putAll(told(first));
        if (diagnostics.size() > 1) {
            var all = new ArrayList<Map<String, Object>>();
            diagnostics.forEach(d -> all.add(told(d)));
            problem.put("errors", all);
        }
        return problem;
    }

    private static Map<String, Object> told(Diagnostic diagnostic) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", diagnostic.code().id());
        told.put("detail", diagnostic.message());
        if (diagnostic.label() != null) {
            told.put("label", diagnostic.label());
        }
        if (diagnostic.help() != null) {
            told.put("help", diagnostic.help());
        }
        if (diagnostic.location() instanceof Location.InQuery(var query, var start, var length)) {
            told.put("where", query);
            told.put("start", start);
            told.put("length", length);
        }
        return told;
    }
}
