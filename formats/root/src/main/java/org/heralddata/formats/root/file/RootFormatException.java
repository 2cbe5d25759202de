package org.heralddata.formats.root.file;

/** Bytes that are not as ROOT writes them, or that use a power of ROOT which Herald does not read. */
public final class RootFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is. */
    public enum Kind {
        /** The file ends before what it promises. */
        TRUNCATED,
        /** The bytes contradict the format or each other. */
        BROKEN,
        /** Sound, but beyond this reader. */
        UNSUPPORTED
    }

    private final Kind kind;
    private final long offset;
    private final String path;

    private RootFormatException(Kind kind, long offset, String path, String message) {
        super(message);
        this.kind = kind;
        this.offset = offset;
        this.path = path;
    }

    public static RootFormatException truncated(long offset, String message) {
        return new RootFormatException(Kind.TRUNCATED, offset, "", message);
    }

    /** @param offset byte of the file; negative if none is to blame */
    public static RootFormatException broken(long offset, String message) {
        return new RootFormatException(Kind.BROKEN, offset, "", message);
    }

    public static RootFormatException unsupported(String message) {
        return new RootFormatException(Kind.UNSUPPORTED, -1, "", message);
    }

    public Kind kind() {
        return kind;
    }

    /** Byte of the file, from 0; negative if none is to blame. */
    public long offset() {
        return offset;
    }

    /** The object in the file; empty if not known. */
    public String path() {
        return path;
    }

    /** The same, of the object at {@code where} if none is known yet. */
    public RootFormatException within(String where) {
        if (!path.isEmpty()) {
            return this;
        }
        var placed = new RootFormatException(kind, offset, where, reason());
        placed.initCause(this);
        return placed;
    }

    /** What is wrong, one sentence without a full stop. */
    public String reason() {
        String message = getMessage();
        return message == null ? "unreadable" : message;
    }
}
