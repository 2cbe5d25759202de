package org.heralddata.serve.portal.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.Membership;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Words of the pages. */
public final class Told {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Those that others claim to be stand last. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Firefox/", "Firefox"),
            Map.entry("Edg/", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("HeadlessChrome/", "Chromium"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

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
            case "no-second" -> "The second factor is taken away.";
            case "saved" -> "It is saved.";
            default -> null;
        };
    }

    /** Why a sign-in by an identity provider came to nothing; empty for other codes. */
    static Optional<Refusal> problem(String code) {
        return Stream.of(
                        Diagnostic.error(AccountCode.PROVIDER_AWAY, "the identity provider did not confirm who you are")
                                .helped("try again; if it stays, tell those who run this node"),
                        Diagnostic.error(
                                        AccountCode.PROVIDER_EMAIL,
                                        "the identity provider gave no confirmed e-mail address")
                                .helped("confirm your address there, or register here with a password"),
                        Diagnostic.error(AccountCode.DISABLED, "the account was disabled")
                                .helped("ask those who run this node why"),
                        Diagnostic.error(AccountCode.REGISTRATION_CLOSED, "this node takes no registrations")
                                .helped("ask those who run it for an account"))
                .filter(told -> told.code().id().equals(code))
                .map(Refusal::new)
                .findFirst();
    }

    public static String time(@Nullable Instant time) {
        return time == null ? "never" : TIME.format(time);
    }

    /** With a capital letter before and a full stop behind. */
    public static String sentence(String words) {
        String capital = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    /** The name in what a browser says of itself, which names others, too. */
    public static String browser(String agent) {
        return BROWSERS.stream()
                .filter(known -> agent.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(agent.isBlank() ? "unnamed" : agent.length() > 40 ? agent.substring(0, 40) + "…" : agent);
    }

    /** How somebody came into a group. */
    public static String why(Membership membership) {
        return switch (membership.why()) {
            case OPERATOR -> "given by an operator";
            case EMAIL -> "by the e-mail address, at " + membership.value();
            case OIDC -> "by the identity provider, " + membership.value();
        };
    }
}
