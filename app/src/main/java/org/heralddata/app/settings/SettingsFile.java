package org.heralddata.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.heralddata.app.console.AppCode;
import org.heralddata.app.settings.HomeSettings.DataCiteSettings;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.node.Node;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads {@code config.yaml}. */
final class SettingsFile {
    private static final int MAX_LENGTH = 100_000;
    private static final Pattern URL = Pattern.compile("https?://[^\\s?#<>\"]+");
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9\\-_.!~*'()+=]{2,}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+");
    private static final Pattern ROR = Pattern.compile("https://ror\\.org/0[a-z0-9]{8}");
    private static final Pattern PREFIX = Pattern.compile("10\\.\\d{4,9}");
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_.\\-]+");
    private static final List<String> DATACITE = List.of("prefix", "repository", "url");
    private static final List<String> TAP = List.of(
            "default_rows",
            "max_rows",
            "sync_seconds",
            "upload_megabytes",
            "upload_rows",
            "upload_tables",
            "fetch_seconds");
    private static final List<String> JOBS = List.of(
            "workers",
            "small_seconds",
            "duration_seconds",
            "max_duration_seconds",
            "kept_days",
            "max_kept_days",
            "per_address",
            "anonymous",
            "upload_megabytes");
    private static final List<String> ENGINE = List.of("copies", "most_gb", "free_percent");
    private static final List<String> MAIL = List.of("host", "port", "security", "user", "password_file", "from");
    private static final Pattern ANY = Pattern.compile("(?s).*\\S.*");

    private SettingsFile() {}

    /** All settings there are. */
    static List<String> keys() {
        List<String> all = new ArrayList<>(List.of("node.url", "node.authority", "node.organisation", "node.contact"));
        DATACITE.forEach(key -> all.add("datacite." + key));
        TAP.forEach(key -> all.add("tap." + key));
        JOBS.forEach(key -> all.add("jobs." + key));
        RequestRules.KEYS.forEach(key -> all.add("requests." + key));
        ENGINE.forEach(key -> all.add("engine." + key));
        MAIL.forEach(key -> all.add("mail." + key));
        AccountRules.KEYS.forEach(key -> all.add("accounts." + key));
        AccountRules.PROVIDER.forEach(key -> all.add("oidc.NAME." + key));
        NetworkRules.KEYS.forEach(key -> all.add("network." + key));
        return all;
    }

    /** @throws Refusal if a setting is unknown or malformed */
    static HomeSettings read(Path file) {
        SettingsSection all = new SettingsSection(file, "", load(file));
        all.allow(List.of(
                "layout",
                "node",
                "datacite",
                "tap",
                "jobs",
                "requests",
                "engine",
                "mail",
                "accounts",
                "oidc",
                "network"));
        Node node = all.section("node").map(SettingsFile::node).orElse(Node.UNREGISTERED);
        return new HomeSettings(
                node,
                all.section("datacite").map(SettingsFile::datacite),
                TapRules.read(allowed(all, "tap", TAP)),
                JobRules.read(allowed(all, "jobs", JOBS)),
                RequestRules.read(allowed(all, "requests", RequestRules.KEYS)),
                EngineRules.read(allowed(all, "engine", ENGINE)),
                MailRules.read(allowed(all, "mail", MAIL)),
                AccountRules.read(allowed(all, "accounts", AccountRules.KEYS), HomeSettings.isSeen(node)),
                all.section("oidc").map(AccountRules::providers).orElse(List.of()),
                NetworkRules.read(allowed(all, "network", NetworkRules.KEYS)));
    }

    /** A section of which every key may be left out, as may the section. */
    private static SettingsSection allowed(SettingsSection all, String name, List<String> keys) {
        SettingsSection section = all.section(name).orElse(new SettingsSection(all.file(), name + ".", Map.of()));
        section.allow(keys);
        return section;
    }

    private static Map<?, ?> load(Path file) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setCodePointLimit(MAX_LENGTH)
                    .setMaxAliasesForCollections(20)
                    .build();
            Object loaded = new Load(settings).loadFromString(Files.readString(file));
            return loaded instanceof Map<?, ?> map ? map : Map.of();
        } catch (YamlEngineException broken) {
            throw new Refusal(
                    Diagnostic.error(
                                    AppCode.SETTING,
                                    "the settings are not YAML: " + broken.getMessage(),
                                    new Location.InFile(file.toString(), null, -1))
                            .helped("docs/reference/settings.md shows them all"),
                    broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Node node(SettingsSection node) {
        node.allow(List.of("url", "authority", "organisation", "contact"));
        @Nullable
        String url = node.text("url", URL, "an address such as https://data.example.org")
                .orElse(null);
        SettingsSection organisation = node.required("organisation");
        organisation.allow(List.of("name", "homepage", "ror"));
        SettingsSection contact = node.required("contact");
        contact.allow(List.of("name", "email"));
        return new Node(
                url == null ? null : url.replaceAll("/+$", ""),
                node.text("authority", AUTHORITY, "an IVOA authority such as data.example.org")
                        .orElse(Node.NO_AUTHORITY),
                new Node.Organisation(
                        organisation.needed("name", ANY, "a name"),
                        organisation.text("homepage", URL, "an address").orElse(null),
                        organisation
                                .text("ror", ROR, "https://ror.org/ and nine characters")
                                .orElse(null)),
                new Node.Contact(
                        contact.needed("name", ANY, "a name"), contact.needed("email", EMAIL, "an e-mail address")),
                Node.UNREGISTERED.presented());
    }

    private static DataCiteSettings datacite(SettingsSection section) {
        section.allow(DATACITE);
        return new DataCiteSettings(
                section.needed("prefix", PREFIX, "a DOI prefix such as 10.5072"),
                section.needed("repository", REPOSITORY, "a repository account such as EXAMPLE.HERALD"),
                section.text("url", URL, "an address")
                        .orElse("https://api.datacite.org")
                        .replaceAll("/+$", ""));
    }
}
