package org.heralddata.app.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.heralddata.jobs.outbox.Undelivered;
import org.jspecify.annotations.Nullable;

/** Sends letters, one connection a letter. Safe for many threads. */
public final class Smtp {
    private static final String PATIENCE_MS = "20000";

    private final MailSettings settings;

    public Smtp(MailSettings settings) {
        this.settings = settings;
    }

    /**
     * Sends a letter now.
     *
     * @param token makes its Message-ID, which is the same if it is sent again, so that mail programs show it once
     * @throws Undelivered for ever, if the server says so by a code from 500 of this letter or its recipient; else for now
     */
    public void send(Letter letter, UUID token) throws Undelivered {
        Session session = Session.getInstance(properties());
        try (Transport transport = session.getTransport(scheme())) {
            MimeMessage message = message(session, letter, token);
            transport.connect(settings.host(), settings.port(), settings.user(), password());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failed) {
            throw undelivered(failed);
        } catch (IOException unreadable) {
            throw Undelivered.now("the password of the mail server cannot be read");
        }
    }

    private MimeMessage message(Session session, Letter letter, UUID token) throws MessagingException {
        var message = new Named(session, "<%s@%s>".formatted(token, domain()));
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(Instant.now()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday notice comes back
        message.setText(letter.text().replace("\r\n", "\n").replace("\n", "\r\n"), StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
    }

    private String domain() {
        return settings.from().substring(settings.from().lastIndexOf('@') + 1);
    }

    private String scheme() {
        return settings.security() == MailSettings.Security.TLS ? "smtps" : "smtp";
    }

    private Properties properties() {
        String at = "mail." + scheme() + ".";
        var properties = new Properties();
        properties.setProperty(at + "connectiontimeout", PATIENCE_MS);
        properties.setProperty(at + "timeout", PATIENCE_MS);
        properties.setProperty(at + "writetimeout", PATIENCE_MS);
        properties.setProperty(at + "auth", Boolean.toString(settings.user() != null));
        properties.setProperty(at + "ssl.checkserveridentity", "true");
        if (settings.security() == MailSettings.Security.STARTTLS) {
            properties.setProperty(at + "starttls.enable", "true");
            properties.setProperty(at + "starttls.required", "true");
        }
        return properties;
    }

    /** Read at each letter, so that it can be changed while the server runs. */
    private @Nullable String password() throws IOException {
        Path file = settings.passwordFile();
        return file == null ? null : Files.readString(file).lines().findFirst().orElse("");
    }

    private static Undelivered undelivered(MessagingException failed) {
        int code = code(failed);
        String told = String.valueOf(failed.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        String why = "the mail server says: " + short200(told + untrusted(failed));
        boolean ours = failed instanceof AuthenticationFailedException;
        return !ours && code >= 500 ? Undelivered.forEver(why) : Undelivered.now(why);
    }

    private static String short200(String told) {
        return told.length() > 200 ? told.substring(0, 200) + "…" : told;
    }

    /** What is wrong with its certificate, if that is it. */
    private static String untrusted(Throwable failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException why) {
                return ": " + why.getMessage();
            }
        }
        return "";
    }

    /** The reply of the server to what was sent (RFC 5321, section 4.2); 0 if it made none. */
    private static int code(MessagingException failed) {
        int code = 0;
        for (Exception next = failed; next instanceof MessagingException one; next = one.getNextException()) {
            code = switch (one) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSendFailedException sending -> sending.getReturnCode();
                default -> code;
            };
        }
        return code;
    }

    /** A message that keeps the id it was given. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
