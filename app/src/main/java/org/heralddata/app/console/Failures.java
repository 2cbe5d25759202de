package org.heralddata.app.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.heralddata.model.diagnostic.Refusal;

/** Turns what a command threw into words and a status. */
public final class Failures {

    private Failures() {}

    /**
     * Tells a failure.
     *
     * @param trace true to add the stack trace, for those who report a fault
     */
    public static ExitStatus tell(Throwable failure, Console console, boolean trace) {
        if (trace) {
            failure.printStackTrace(console.err());
        }
        return switch (failure) {
            case Refusal refusal -> console.tell(refusal.diagnostics());
            case NoSuchFileException missing -> say(console, "no such file: " + missing.getFile(), ExitStatus.REFUSED);
            case AccessDeniedException denied -> say(console, "no permission: " + denied.getFile(), ExitStatus.REFUSED);
            case FileAlreadyExistsException exists ->
                say(console, "exists already: " + exists.getFile(), ExitStatus.REFUSED);
            case IOException io -> say(console, reason(io), ExitStatus.FAILED);
            default ->
                say(
                        console,
                        "%s%nThis is a fault of Herald. Run again with HERALD_TRACE=1 and report what it prints."
                                .formatted(reason(failure)),
                        ExitStatus.FAILED);
        };
    }

    private static ExitStatus say(Console console, String words, ExitStatus status) {
        console.err().println("error: " + words);
        return status;
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
