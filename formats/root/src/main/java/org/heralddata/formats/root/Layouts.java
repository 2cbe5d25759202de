package org.heralddata.formats.root;

/**
 * Words by which Herald's writer tells its reader what a tree has no place for: titles of {@code TNamed}s in the tree's
 * {@code fUserInfo}, each named {@code <branch>.<word>}, such as {@code ze.unit}.
 */
public final class Layouts {

    /** The column's unit. */
    public static final String UNIT = "unit";

    /** The column's UCD. */
    public static final String UCD = "ucd";

    /** The column's description. */
    public static final String DESCRIPTION = "description";

    /** The column's own name, where a branch cannot have it. */
    public static final String NAME = "name";

    /** {@value #TYPE_TIMESTAMP} or {@value #TYPE_BYTES}, where the branch's type does not say so. */
    public static final String TYPE = "type";

    /** Of int64: nanoseconds of UTC since 1970, leap seconds not counted. */
    public static final String TYPE_TIMESTAMP = "timestamp";

    /** Of the innermost lists of uint8: bytes without meaning to Herald. */
    public static final String TYPE_BYTES = "bytes";

    /** The shape of a cell, such as {@code [null, 3]}, where the branch holds it flat. */
    public static final String SHAPE = "shape";

    /** The name of the branch of booleans that is false where the column has no value. */
    public static final String VALID = "valid";

    /** The name of the branch of counts that exists for this column alone. */
    public static final String COUNTS = "counts";

    private Layouts() {}
}
