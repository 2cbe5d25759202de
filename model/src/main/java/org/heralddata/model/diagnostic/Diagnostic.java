package org.heralddata.model.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * One thing to tell a user: what is wrong, where, and what to do about it.
 *
 * @param severity how much it matters
 * @param code     stable name of this kind of mistake
 * @param message  what is wrong, one sentence without a full stop, naming the value in {@code `backquotes`}
 * @param location where
 * @param label    short words beside the caret, such as "not a VOUnits symbol"; null if the message says it
 * @param help     what to do next, such as "did you mean `GeV`?"; null if there is nothing to advise
 */
public record Diagnostic(
        Severity severity,
        DiagnosticCode code,
        String message,
        Location location,
        @Nullable String label,
        @Nullable String help) {
    /** A name taken from a broken file may have any length. */
    private static final int LONGEST = 2_000;

    public Diagnostic {
        message = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }

    /** An error at a place, without label or help. */
    public static Diagnostic error(DiagnosticCode code, String message, Location location) {
        return new Diagnostic(Severity.ERROR, code, message, location, null, null);
    }

    /** An error that no place explains better than its message. */
    public static Diagnostic error(DiagnosticCode code, String message) {
        return error(code, message, new Location.Nowhere());
    }

    /** A warning at a place, without label or help. */
    public static Diagnostic warning(DiagnosticCode code, String message, Location location) {
        return new Diagnostic(Severity.WARNING, code, message, location, null, null);
    }

    /** This diagnostic with words beside the caret. */
    public Diagnostic labelled(String words) {
        return new Diagnostic(severity, code, message, location, words, help);
    }

    /** This diagnostic with advice. */
    public Diagnostic helped(@Nullable String advice) {
        return new Diagnostic(severity, code, message, location, label, advice);
    }

    /** The same at another place. */
    public Diagnostic at(Location place) {
        return new Diagnostic(severity, code, message, place, label, help);
    }
}
