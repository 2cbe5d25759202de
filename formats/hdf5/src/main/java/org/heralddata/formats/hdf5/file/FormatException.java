package org.heralddata.formats.hdf5.file;

/** Bytes that are not as the specification demands, or that use a power of HDF5 which Herald does not read. */
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is. */
    public enum Kind {
        /** The file ends before what it promises. */
        TRUNCATED,
        /** The bytes contradict the specification or each other. */
        BROKEN,
        /** Sound, but beyond this reader. */
        UNSUPPORTED
    }

    private final Kind kind;
    private final long offset;
    private final String path;

    private FormatException(Kind kind, long offset, String path, String message) {
        super(message);
        this.kind = kind;
        this.offset = offset;
        this.path = path;
    }

    public static FormatException truncated(long offset, String message) {
        return new FormatException(Kind.TRUNCATED, offset, "", message);
    }

    public static FormatException broken(long offset, String message) {
        return new FormatException(Kind.BROKEN, offset, "", message);
    }

    public static FormatException unsupported(String message) {
        return new FormatException(Kind.UNSUPPORTED, -1, "", message);
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
    public FormatException within(String where) {
        return path.isEmpty() ? new FormatException(kind, offset, where, reason()) : this;
    }

    /** What is wrong, one sentence without a full stop. */
    public String reason() {
        String message = getMessage();
        return message == null ? "unreadable" : message;
    }
}
