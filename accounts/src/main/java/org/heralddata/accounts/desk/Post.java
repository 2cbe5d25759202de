package org.heralddata.accounts.desk;

import java.time.Duration;
import org.heralddata.accounts.Letter;
import org.heralddata.accounts.Letters;

/** The letters that accounts send. Sent aside, so that the time of an answer does not tell whether one was. */
final class Post {
    private static final System.Logger LOG = System.getLogger(Post.class.getName());

    private final Letters letters;
    private final Duration life;

    /** @param life of the links in them */
    Post(Letters letters, Duration life) {
        this.letters = letters;
        this.life = life;
    }

    boolean ready() {
        return letters.ready();
    }

    void welcome(String to, String link) {
        send(to, "Finish your registration", """
                Somebody, most likely you, asked for an account with this e-mail address.

                To finish, choose a password here:

                %s

                The link works once, for %s. If it was not you, do nothing: no account is made.
                """.formatted(link, hours()));
    }

    void alreadyThere(String to, String link) {
        send(to, "You have an account already", """
                Somebody, most likely you, asked for an account with this e-mail address. There is one already.

                Sign in, or choose a new password there:

                %s

                If it was not you, do nothing.
                """.formatted(link));
    }

    void reset(String to, String link) {
        send(to, "Choose a new password", """
                Somebody, most likely you, asked for a new password of your account.

                Choose it here:

                %s

                The link works once, for %s. If it was not you, do nothing: your password stays.
                """.formatted(link, hours()));
    }

    void newAddress(String to, String link) {
        send(to, "Confirm your new e-mail address", """
                An account here asked for this to be its e-mail address. If it is yours, confirm here:

                %s

                The link works once, for %s. If it was not you, do nothing.
                """.formatted(link, hours()));
    }

    /** To the old address, so that a thief cannot do it unseen. */
    void told(String to, String what) {
        send(to, "Your account was changed", """
                %s

                If it was not you, choose a new password at once, or write to those who run the node.
                """.formatted(what));
    }

    private void send(String to, String subject, String text) {
        if (!letters.ready()) {
            return;
        }
        Thread.ofVirtual().name("herald-letter").start(() -> {
            try {
                letters.send(new Letter(to, subject, text));
            } catch (RuntimeException failed) {
                LOG.log(System.Logger.Level.ERROR, "a letter could not be sent", failed);
            }
        });
    }

    private String hours() {
        return "%d hours".formatted(Math.max(1, life.toHours()));
    }
}
