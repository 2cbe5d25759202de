package org.heralddata.formats.hdf5;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.heralddata.formats.hdf5.file.FormatException;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The one place where what goes wrong within becomes a {@link Refusal} that names file, path and byte.
 *
 * @param file as the user gave it
 */
record Border(String file) {

    /** Work on the file's bytes. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does the work; {@code path} is where in the file, null for the file as a whole. */
    <T> T guard(@Nullable String path, Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (FormatException e) {
            throw new Refusal(diagnostic(e.path().isEmpty() ? path : e.path(), e), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
            // sizes that contradict each other beyond what the checks foresee
            throw new Refusal(broken(path, -1, "its sizes contradict each other"), e);
        }
    }

    Diagnostic diagnostic(@Nullable String path, FormatException e) {
        String subject = path == null ? "`%s`".formatted(file) : "`%s`".formatted(path);
        return switch (e.kind()) {
            case TRUNCATED ->
                Diagnostic.error(
                                Hdf5Code.TRUNCATED,
                                "%s is cut short: %s".formatted(subject, e.reason()),
                                new Location.InFile(file, path, e.offset()))
                        .helped("copy or download the file again");
            case BROKEN -> broken(path, e.offset(), e.reason());
            case UNSUPPORTED ->
                Diagnostic.error(
                        Hdf5Code.UNSUPPORTED,
                        "%s holds what Herald does not read: %s".formatted(subject, e.reason()),
                        new Location.InFile(file, path, e.offset()));
        };
    }

    private Diagnostic broken(@Nullable String path, long offset, String reason) {
        String subject = path == null ? "`%s`".formatted(file) : "`%s`".formatted(path);
        return Diagnostic.error(
                Hdf5Code.BROKEN,
                "%s is broken: %s".formatted(subject, reason),
                new Location.InFile(file, path, offset));
    }

    /** Tells that a part is left out. */
    Diagnostic leftOut(String path, String why) {
        return Diagnostic.warning(
                Hdf5Code.LEFT_OUT, "`%s` is left out: %s".formatted(path, why), new Location.InFile(file, path, -1));
    }
}
