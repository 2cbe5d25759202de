package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/** Requests to addresses of the API that reach no method of ours. Leaves those of other parts to them. */
@Component
class LostRequests implements HandlerExceptionResolver, Ordered {
    private final JsonMapper json;

    LostRequests(JsonMapper json) {
        this.json = json;
    }

    /** Before the advices, of which only the first that fits is asked. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!isOurs(request.getRequestURI()) || response.isCommitted()) {
            return null;
        }
        Diagnostic told = told(request, response, failure);
        if (told == null) {
            return null;
        }
        HttpStatus status = Problems.status(told.code());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            response.getOutputStream().write(json.writeValueAsBytes(Problems.problem(status, List.of(told))));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    private static @Nullable Diagnostic told(
            HttpServletRequest request, HttpServletResponse response, Exception failure) {
        return switch (failure) {
            case NoResourceFoundException _ ->
                Diagnostic.error(RestCode.NO_ADDRESS, "there is nothing at `%s`".formatted(request.getRequestURI()))
                        .helped("all addresses are in " + Api.OPENAPI_JSON);
            case HttpRequestMethodNotSupportedException wrong -> {
                String[] methods = wrong.getSupportedMethods();
                if (methods != null) {
                    response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
                }
                yield Diagnostic.error(RestCode.NOT_ALLOWED, "the address does not answer " + wrong.getMethod());
            }
            case HttpMediaTypeNotAcceptableException _ ->
                Diagnostic.error(RestCode.NOT_ACCEPTABLE, "there is no answer of a type that the request accepts")
                        .helped("it answers in application/json");
            default -> null;
        };
    }

    private static boolean isOurs(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/files/")
                || path.equals(Api.RPC_PATH)
                || path.startsWith(Api.RPC_PATH + "/")
                || path.equals(Api.HEALTH_PATH)
                || path.equals(Api.METRICS_PATH);
    }
}
