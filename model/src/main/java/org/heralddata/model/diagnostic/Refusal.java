package org.heralddata.model.diagnostic;

import java.util.List;

/**
 * A user's mistake or a broken file, told by at least one {@link Diagnostic}. Ends the command with exit status 1, or
 * the request with status 400; never shown as a stack trace.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public Refusal(List<Diagnostic> diagnostics) {
        super(diagnostics.isEmpty() ? "refused" : diagnostics.getFirst().message());
        if (diagnostics.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a reason");
        }
        this.diagnostics = List.copyOf(diagnostics);
    }

    public Refusal(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    /** Keeps the technical cause for the log; users see the diagnostic only. */
    public Refusal(Diagnostic diagnostic, Throwable cause) {
        this(List.of(diagnostic));
        initCause(cause);
    }

    /** What to tell, in the order found, never empty. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
