package org.heralddata.formats.ksy.mistake;

import java.nio.file.Path;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Data do not fit their description. On its way up it learns where in the description; becomes a {@link Refusal}. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_PATH = 200;

    private final KsyCode code;
    private final String reason;
    private String path = "";
    private long offset = -1;
    private @Nullable String help;

    public Failure(KsyCode code, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    public KsyCode code() {
        return code;
    }

    /** One sentence without a full stop. */
    public String reason() {
        return reason;
    }

    /** With advice. */
    public Failure helped(String advice) {
        help = advice;
        return this;
    }

    /** At a byte of the file, unless a deeper one is known. */
    public Failure at(long fileOffset) {
        if (offset < 0) {
            offset = fileOffset;
        }
        return this;
    }

    /** Within a field; the innermost is told first. */
    public Failure in(String field) {
        if (path.length() < MOST_PATH) {
            path = path.isEmpty() ? field : path.startsWith("[") ? field + path : field + "." + path;
        }
        return this;
    }

    /** What to tell of it. */
    public Diagnostic diagnostic(Path file) {
        return Diagnostic.error(
                        code, reason, new Location.InFile(file.toString(), path.isEmpty() ? null : path, offset))
                .helped(help);
    }

    public Refusal refusal(Path file) {
        return new Refusal(diagnostic(file));
    }
}
