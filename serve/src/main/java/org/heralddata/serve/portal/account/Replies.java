package org.heralddata.serve.portal.account;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.heralddata.accounts.AccountCode;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.portal.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How forms are answered. */
final class Replies {

    private Replies() {}

    /** The page where the change is seen. */
    static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    static ResponseEntity<String> page(
            Pages pages, HttpStatus status, String template, Form form, Map<String, ? extends @Nullable Object> more) {
        Map<String, Object> parameters = new HashMap<>();
        more.forEach((name, value) -> {
            if (value != null) {
                parameters.put(name, value);
            }
        });
        parameters.put("form", form);
        return pages.page(status, template, parameters);
    }

    /** Of a form that is shown again. */
    static HttpStatus status(Refusal refusal) {
        return switch (refusal.diagnostics().getFirst().code()) {
            case AccountCode.LOCKED, AccountCode.TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
            case AccountCode.DISABLED, AccountCode.REGISTRATION_CLOSED, AccountCode.NO_MAIL -> HttpStatus.FORBIDDEN;
            case AccountCode.BAD_LINK, AccountCode.NO_ACCOUNT, AccountCode.NO_GROUP, AccountCode.NO_TOKEN ->
                HttpStatus.NOT_FOUND;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /** A file for the visitor to keep. */
    static ResponseEntity<String> file(String name, String json) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name))
                .body(json);
    }
}
