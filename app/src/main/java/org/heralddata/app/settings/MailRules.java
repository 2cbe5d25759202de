package org.heralddata.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heralddata.app.mail.MailSettings;
import org.heralddata.app.mail.MailSettings.Security;
import org.jspecify.annotations.Nullable;

/** Reads the settings of the mail server. */
final class MailRules {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\-]+");
    private static final Pattern SECURITY = Pattern.compile("tls|starttls|none");
    private static final Pattern LINE = Pattern.compile("\\S.*");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+");

    private MailRules() {}

    /** Empty without a host: then no mail is sent. */
    static Optional<MailSettings> read(SettingsSection section) {
        if (section.values().isEmpty()) {
            return Optional.empty();
        }
        String host = section.needed("host", HOST, "the name of a mail server");
        String secured =
                section.text("security", SECURITY, "tls, starttls or none").orElse("starttls");
        Security security = Security.valueOf(secured.toUpperCase(Locale.ROOT));
        @Nullable String user = section.text("user", LINE, "a name").orElse(null);
        @Nullable Path password = user == null ? null : passwordFile(section);
        return Optional.of(new MailSettings(
                host,
                (int) section.number("port", 1, 65_535, security.port()),
                security,
                user,
                password,
                section.needed("from", ADDRESS, "an e-mail address")));
    }

    /** Relative to the settings. */
    private static Path passwordFile(SettingsSection section) {
        String name = section.needed("password_file", LINE, "the file that holds the password of `mail.user`");
        return Objects.requireNonNull(section.file().toAbsolutePath().getParent())
                .resolve(name);
    }
}
