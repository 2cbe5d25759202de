package org.heralddata.serve.portal.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.heralddata.accounts.Membership;
import org.jspecify.annotations.Nullable;

/** Words of the pages. */
public final class Told {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Told() {}

    /** What has just been done; null for what is not known. */
    public static @Nullable String done(String what) {
        return switch (what) {
            case "welcome" -> "Welcome. Your account is made, and you are signed in.";
            case "password" -> "Your password is changed. All other sessions are ended.";
            case "address" -> "Your e-mail address is changed.";
            case "letter" -> "A letter is on its way to the new address. Open the link in it.";
            case "name" -> "Your name is saved.";
            case "terms" -> "You agreed to the terms.";
            case "revoked" -> "The token is revoked. Programs that use it are refused from now on.";
            case "ended" -> "The session is ended.";
            case "all-ended" -> "All other sessions are ended.";
            case "added" -> "It is added.";
            case "removed" -> "It is removed.";
            case "saved" -> "It is saved.";
            default -> null;
        };
    }

    public static String time(@Nullable Instant time) {
        return time == null ? "never" : TIME.format(time);
    }

    /** How somebody came into a group. */
    public static String why(Membership membership) {
        return switch (membership.why()) {
            case OPERATOR -> "given by an operator";
            case EMAIL -> "by your e-mail address at " + membership.value();
            case OIDC -> "by your identity provider: " + membership.value();
        };
    }
}
