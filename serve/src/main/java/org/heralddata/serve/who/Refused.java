package org.heralddata.serve.who;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Scope;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Answers at the gate, as RFC 9457 problems with the challenge of RFC 6750, section 3. */
final class Refused {
    private static final String CHALLENGE = "WWW-Authenticate";

    private Refused() {}

    static void badToken(HttpServletResponse response) throws IOException {
        response.setHeader(
                CHALLENGE,
                "Bearer realm=\"herald\", error=\"invalid_token\", error_description=\"unknown or past its time\"");
        answer(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                Diagnostic.error(AccountCode.BAD_TOKEN, "the token is unknown, revoked or past its time")
                        .helped("make a new one on your account's page"));
    }

    static void noScope(HttpServletResponse response, Scope needed) throws IOException {
        response.setHeader(
                CHALLENGE,
                "Bearer realm=\"herald\", error=\"insufficient_scope\", scope=\"%s\"".formatted(needed.label()));
        answer(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                Diagnostic.error(
                                AccountCode.NO_SCOPE,
                                "the token does not have the scope `%s`".formatted(needed.label()))
                        .helped("make one that may %s".formatted(needed.meaning())));
    }

    static void foreign(HttpServletResponse response) throws IOException {
        answer(response, HttpServletResponse.SC_FORBIDDEN, Gate.foreign());
    }

    static void away(HttpServletResponse response, Refusal away) throws IOException {
        response.setHeader("Retry-After", "5");
        answer(
                response,
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                away.diagnostics().getFirst());
    }

    static void answer(HttpServletResponse response, int status, Diagnostic told) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:herald:" + told.code().id());
        problem.put("title", told.code().title());
        problem.put("status", status);
        problem.put("code", told.code().id());
        problem.put("detail", told.message());
        if (told.help() != null) {
            problem.put("help", told.help());
        }
        byte[] body = JsonMapper.shared().writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
