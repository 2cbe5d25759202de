package org.heralddata.jobs.request;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How to be told that a request has ended.
 *
 * @param mail    whether by a letter to the address of the account
 * @param webhook address to be called; null for none
 */
public record Notify(boolean mail, @Nullable URI webhook) {
    public static final Notify NOT = new Notify(false, null);

    /** The member of requests that holds it. */
    public static final String MEMBER = "notify";

    private static final int LONGEST = 2_000;
    private static final String EXAMPLE = "such as {\"mail\": true, \"webhook\": \"https://example.org/herald\"}";

    /** Reads {@code {"mail": true, "webhook": "https://…"}}; {@link #NOT} where nothing is said. */
    public static Notify read(@Nullable JsonNode notify) {
        if (notify == null || notify.isNull()) {
            return NOT;
        }
        if (!notify.isObject() || !Set.of("mail", "webhook").containsAll(notify.propertyNames())) {
            throw wrong("`notify` is no object with `mail` and `webhook`");
        }
        JsonNode mail = notify.get("mail");
        if (mail != null && !mail.isNull() && !mail.isBoolean()) {
            throw wrong("`notify.mail` is neither true nor false");
        }
        return new Notify(mail != null && mail.asBoolean(false), webhook(notify.get("webhook")));
    }

    private static @Nullable URI webhook(@Nullable JsonNode webhook) {
        if (webhook == null || webhook.isNull()) {
            return null;
        }
        if (webhook.isString() && webhook.stringValue().length() <= LONGEST) {
            try {
                return new URI(webhook.stringValue());
            } catch (URISyntaxException malformed) {
                throw wrong("`notify.webhook` is no address: " + malformed.getReason());
            }
        }
        throw wrong("`notify.webhook` is no address");
    }

    private static Refusal wrong(String what) {
        return new Refusal(Diagnostic.error(RequestCode.BAD_REQUEST, what).helped(EXAMPLE));
    }
}
