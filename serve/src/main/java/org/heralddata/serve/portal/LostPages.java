package org.heralddata.serve.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Addresses that lead nowhere: a page for people, a problem for programs. */
@RestControllerAdvice
@Order(1)
class LostPages {
    private final Pages pages;

    LostPages(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<?> lost(NoResourceFoundException failure, HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (request.getRequestURI().startsWith("/api/")
                || (accept != null && !accept.contains("html") && accept.contains("json"))) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(failure.getBody());
        }
        return pages.page(
                HttpStatus.NOT_FOUND,
                "error",
                Map.of(
                        "status", 404,
                        "message", "There is no page at this address",
                        "help", "Collections and their tables are listed on the home page."));
    }
}
