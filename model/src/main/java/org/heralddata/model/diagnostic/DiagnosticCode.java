package org.heralddata.model.diagnostic;

/**
 * The stable name of one kind of mistake, such as {@code D017}, with a page in {@code docs/reference/diagnostics.md}.
 *
 * <p>Implemented by one enum a module, so that a test can list them all. First letters: {@code D} descriptor,
 * {@code F} files and formats, {@code I} ingest, {@code S} store and home, {@code Q} selections and queries,
 * {@code R} REST, {@code V} the Virtual Observatory, {@code J} jobs, {@code A} the command itself, {@code M} simulation.
 */
public interface DiagnosticCode {

    /** Letter and three digits, unique over all modules, never reused. */
    String id();

    /** What the code stands for, one sentence without a full stop, for the reference page. */
    String title();

    /** True of what nobody who asks can mend: the request was right, and may be answered later. */
    default boolean isOfTheMachine() {
        return false;
    }
}
