package org.heralddata.query.adql;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.adql.AdqlCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/** Tells what an engine could not compute of the values that it met. */
final class Failures {
    private static final Pattern UNREADABLE =
            Pattern.compile("[Cc]ould not convert string ['\"](.{0,60}?)['\"] to|[Cc]ould not convert string");

    private Failures() {}

    /** The failure as a user's mistake, if it is one. */
    static RuntimeException told(RuntimeException failure) {
        if (!(failure instanceof IllegalStateException) || !(failure.getCause() instanceof SQLException cause)) {
            return failure;
        }
        String message = String.valueOf(cause.getMessage());
        Matcher unreadable = UNREADABLE.matcher(message);
        if (unreadable.find()) {
            String text = unreadable.group(1);
            return refusal(
                    text == null
                            ? "a string is not what CAST is to make of it"
                            : "the string `%s` is not what CAST is to make of it".formatted(text),
                    "leave such rows out by WHERE",
                    failure);
        }
        if (message.contains("Out of Range") || message.contains("Conversion Error") || message.contains("verflow")) {
            return refusal(
                    "a number is too large for its type",
                    "CAST(… AS DOUBLE PRECISION) before computing with it",
                    failure);
        }
        if (message.contains("More than one row returned by a subquery")) {
            return refusal("a query that stands for a value gave several rows", "add TOP 1, or MIN or MAX", failure);
        }
        return failure;
    }

    private static Refusal refusal(String message, String help, RuntimeException failure) {
        return new Refusal(Diagnostic.error(AdqlCode.FAILED, message).helped(help), failure);
    }
}
