package org.heralddata.formats.root;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.table.RootCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The one place where what goes wrong within becomes a {@link Refusal} that names file, path and byte.
 *
 * @param file as the user gave it
 */
record RootBorder(String file) {

    /** Work on the file's bytes. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does the work; {@code path} is where in the file, null for the file as a whole. */
    <T> T guard(@Nullable String path, Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (RootFormatException e) {
            throw new Refusal(diagnostic(path, e), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
            // sizes that contradict each other beyond what the checks foresee
            throw new Refusal(broken(path, -1, "its sizes contradict each other"), e);
        }
    }

    private Diagnostic diagnostic(@Nullable String path, RootFormatException e) {
        String place = place(path, e.path());
        String subject = "`%s`".formatted(place == null ? file : place);
        return switch (e.kind()) {
            case TRUNCATED ->
                Diagnostic.error(
                                RootCode.TRUNCATED,
                                "%s is cut short: %s".formatted(subject, e.reason()),
                                new Location.InFile(file, place, e.offset()))
                        .helped("copy or download the file again");
            case BROKEN -> broken(place, e.offset(), e.reason());
            case UNSUPPORTED ->
                Diagnostic.error(
                        RootCode.UNSUPPORTED,
                        "%s holds what Herald does not read: %s".formatted(subject, e.reason()),
                        new Location.InFile(file, place, e.offset()));
        };
    }

    private static @Nullable String place(@Nullable String path, String within) {
        if (within.isEmpty()) {
            return path;
        }
        return path == null ? within : path + "/" + within;
    }

    private Diagnostic broken(@Nullable String path, long offset, String reason) {
        return Diagnostic.error(
                RootCode.BROKEN,
                "`%s` is broken: %s".formatted(path == null ? file : path, reason),
                new Location.InFile(file, path, offset));
    }
}
