package org.heralddata.serve.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Addresses of people that lead nowhere. Those of programs ({@code /api}, {@code /files} …) are left to the REST API, which
 * answers with a problem.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LostPages implements HandlerExceptionResolver {
    private final Pages pages;

    LostPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(failure instanceof NoResourceFoundException) || isOfPrograms(request.getRequestURI())) {
            return null;
        }
        ResponseEntity<String> page = pages.page(
                HttpStatus.NOT_FOUND,
                "error",
                Map.of(
                        "status", 404,
                        "message", "There is no page at this address",
                        "help", "Collections and their tables are listed on the home page."));
        try {
            response.setStatus(404);
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(String.valueOf(page.getBody()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    private static boolean isOfPrograms(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/files/")
                || path.equals("/health")
                || path.equals("/metrics");
    }
}
