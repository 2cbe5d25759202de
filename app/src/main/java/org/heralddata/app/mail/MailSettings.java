package org.heralddata.app.mail;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The server that letters go out by.
 *
 * @param user         null for a server that asks for none
 * @param passwordFile holds the password in its first line; null without a user
 * @param from         e-mail address of the sender
 */
public record MailSettings(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable Path passwordFile,
        String from) {

    /** How the way to the server is secured. */
    public enum Security {
        /** TLS from the first byte (RFC 8314), usually port 465. */
        TLS(465),
        /** TLS after a greeting, and no letter without (RFC 3207), usually port 587. */
        STARTTLS(587),
        /** Not at all: for a server on the same machine. */
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        /** That it usually has. */
        public int port() {
            return port;
        }
    }
}
