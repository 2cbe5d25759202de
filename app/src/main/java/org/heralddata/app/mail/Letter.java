package org.heralddata.app.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * A letter to one person.
 *
 * @param to      an e-mail address alone; {@link #isAddress} tells before
 * @param subject one line
 * @param text    plain text, lines ended by {@code \n}
 */
public record Letter(String to, String subject, String text) {
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_SUBJECT = 300;

    /** @throws IllegalArgumentException if it could not be sent, or its headers would hold more than they should */
    public Letter {
        if (!isAddress(to)) {
            throw new IllegalArgumentException("no e-mail address: " + to);
        }
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || hasControls(subject)) {
            throw new IllegalArgumentException("no subject of a letter");
        }
    }

    /** Whether it is one address as RFC 5322 has it, without name, comment or route, and without any character that could end a header. */
    public static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1
                || text.length() > LONGEST_ADDRESS
                || hasControls(text)
                || text.chars().anyMatch(c -> c == ' ' || c == ',' || c == ';' || c == '<' || c == '>' || c == '"')) {
            return false;
        }
        try {
            new InternetAddress(text, true).validate();
            return text.indexOf('@') == at && text.indexOf('.', at) > 0;
        } catch (AddressException malformed) {
            return false;
        }
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
    }
}
