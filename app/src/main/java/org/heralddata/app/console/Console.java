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
    @SuppressWarnings("SystemConsoleNull") // JDK 25 does return null where input and output are redirected
    public static Console system() {
        java.io.Console own = System.console();
        return new Console(System.out, System.err, own != null && own.isTerminal());
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
