package org.heralddata.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.Provider;

/** Reads the settings of accounts and of identity providers. */
final class AccountRules {
    static final List<String> KEYS = List.of(
            "registration",
            "terms_version",
            "terms_file",
            "session_hours",
            "session_days",
            "link_hours",
            "argon2_kibibytes",
            "argon2_passes",
            "tokens",
            "second_factor");
    static final List<String> PROVIDER = List.of("issuer", "client_id", "client_secret_file", "groups_claim");
    private static final int LONGEST_TERMS = 100_000;
    private static final Pattern REGISTRATION = Pattern.compile("open|closed");
    private static final Pattern FACTOR = Pattern.compile("asked|required");
    private static final Pattern VERSION = Pattern.compile("\\S.{0,49}");
    private static final Pattern LINE = Pattern.compile("\\S.*");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    /** Without TLS only on this machine: what goes there are secrets. */
    private static final Pattern ISSUER =
            Pattern.compile("https://[^\\s?#<>\"]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/[^\\s?#<>\"]*)?");

    private AccountRules() {}

    /** @param seen whether the node is one that the world sees, by its address */
    static AccountSettings read(SettingsSection section, boolean seen) {
        AccountSettings usual = AccountSettings.USUAL;
        return new AccountSettings(
                section.text("registration", REGISTRATION, "open or closed")
                        .orElse("open")
                        .equals("open"),
                section.text("terms_version", VERSION, "a few words").orElse(usual.termsVersion()),
                section.text("terms_file", LINE, "the file that holds the terms")
                        .map(name -> terms(section, name))
                        .orElse(usual.termsText()),
                Duration.ofHours(
                        section.number("session_hours", 1, 8_760, usual.idle().toHours())),
                Duration.ofDays(
                        section.number("session_days", 1, 365, usual.longest().toDays())),
                Duration.ofHours(
                        section.number("link_hours", 1, 168, usual.link().toHours())),
                (int) section.number("argon2_kibibytes", 7_168, 1_048_576, usual.memoryKib()),
                (int) section.number("argon2_passes", 1, 20, usual.passes()),
                (int) section.number("tokens", 1, 1_000, usual.tokens()),
                section.text("second_factor", FACTOR, "asked or required")
                        .map("required"::equals)
                        .orElse(seen));
    }

    /** By name, in their order. */
    static List<Provider> providers(SettingsSection section) {
        var all = new ArrayList<Provider>();
        for (Object key : section.values().keySet()) {
            String name = String.valueOf(key);
            if (!NAME.matcher(name).matches()) {
                throw section.wrong(name, "a name: lower-case letters, digits and hyphens");
            }
            SettingsSection told = section.required(name);
            told.allow(PROVIDER);
            all.add(new Provider(
                    name,
                    told.needed("issuer", ISSUER, "an address that begins with https://")
                            .replaceAll("/+$", ""),
                    told.needed("client_id", LINE, "the name of this node at the provider"),
                    section.beside(told.needed("client_secret_file", LINE, "the file that holds the client's secret")),
                    told.text("groups_claim", LINE, "the name of a claim").orElse("groups")));
        }
        return all;
    }

    private static String terms(SettingsSection section, String name) {
        try {
            String text = Files.readString(section.beside(name)).strip();
            if (!text.isEmpty() && text.length() <= LONGEST_TERMS) {
                return text;
            }
        } catch (IOException unreadable) {
            throw section.wrong("terms_file", "a file that can be read: `%s`".formatted(name));
        }
        throw section.wrong("terms_file", "a text of 1 to %d characters: `%s`".formatted(LONGEST_TERMS, name));
    }
}
