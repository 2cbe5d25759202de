package org.heralddata.jobs;

import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticText;

/**
 * Why a job did not end well.
 *
 * @param again   whether the same job may go well later ({@code transient} in UWS)
 * @param code    id of the diagnostic
 * @param message one sentence
 * @param detail  the whole diagnostic with place and help, several lines
 */
public record JobFailure(boolean again, String code, String message, String detail) {

    public static JobFailure of(boolean again, List<Diagnostic> diagnostics) {
        Diagnostic first = diagnostics.getFirst();
        return new JobFailure(again, first.code().id(), first.message(), DiagnosticText.render(diagnostics));
    }
}
