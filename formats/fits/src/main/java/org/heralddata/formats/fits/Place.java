package org.heralddata.formats.fits;

import java.nio.file.Path;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.diagnostic.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Where a diagnostic points: a file and, once known, one of its HDUs.
 *
 * @param hdu such as {@code HDU 1 (EVENTS)}; null for the file as a whole
 */
record Place(String file, @Nullable String hdu) {

    static Place of(Path file) {
        return new Place(file.toString(), null);
    }

    Place in(int index, @Nullable String name) {
        return new Place(file, name == null ? "HDU " + index : "HDU %d (%s)".formatted(index, name));
    }

    /** @param offset byte in the decompressed file; negative if not known */
    Location at(long offset) {
        return new Location.InFile(file, hdu, offset);
    }

    Refusal refusal(FitsCode code, long offset, String message, @Nullable String help) {
        return new Refusal(Diagnostic.error(code, message, at(offset)).helped(help));
    }

    Refusal refusal(FitsCode code, long offset, String message) {
        return refusal(code, offset, message, null);
    }

    Diagnostic warning(FitsCode code, long offset, String message) {
        return Diagnostic.warning(code, message, at(offset));
    }

    Diagnostic note(FitsCode code, long offset, String message) {
        return new Diagnostic(Severity.NOTE, code, message, at(offset), null, null);
    }
}
