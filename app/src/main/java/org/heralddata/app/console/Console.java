package org.heralddata.app.console;

import java.io.PrintStream;
import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Severity;

/**
 * Where a command prints: results to {@code out}, everything else to {@code err}.
 *
 * @param terminal true if a person watches, so that progress may be redrawn in place
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {

    /** The process's own streams. */
    public static Console system() {
        return new Console(
                System.out,
                System.err,
                System.console() != null && System.console().isTerminal());
    }

    /** Tells diagnostics; the status is {@link ExitStatus#REFUSED} if one of them is an error. */
    public ExitStatus tell(List<Diagnostic> diagnostics) {
        err.print(DiagnosticText.render(diagnostics));
        boolean refused = diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
        return refused ? ExitStatus.REFUSED : ExitStatus.DONE;
    }

    /** Starts a line of progress for work of known or unknown size. */
    public Progress progress(String what) {
        return new Progress(err, terminal, what);
    }
}
