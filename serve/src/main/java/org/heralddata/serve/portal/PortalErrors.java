package org.heralddata.serve.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.client.Presence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Errors of the portal's own pages, in their dress. */
@RestControllerAdvice(basePackageClasses = PortalErrors.class)
@Order(0)
class PortalErrors {
    private static final Logger LOG = LoggerFactory.getLogger(PortalErrors.class);

    private final Pages pages;

    PortalErrors(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        Problem problem = Problem.of(refusal);
        return page(Problem.status(refusal), problem.message(), problem.help());
    }

    @ExceptionHandler
    ResponseEntity<String> failed(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return page(known.getStatusCode(), "This address asks for something that cannot be", null);
        }
        if (Presence.isOver(request)) {
            return page(HttpStatus.SERVICE_UNAVAILABLE, "The page was not waited for", null);
        }
        LOG.error("page {}", request.getRequestURI(), failure);
        return page(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Herald failed to make this page",
                "It is our mistake, and was logged. Try again; if it stays, tell whoever runs this server.");
    }

    private ResponseEntity<String> page(HttpStatusCode status, String message, @Nullable String help) {
        var parameters = new HashMap<String, Object>(Map.of("status", status.value(), "message", message));
        parameters.put("help", help == null ? "" : help);
        return pages.page(status, "error", parameters);
    }
}
