package org.heralddata.formats.hdf5;

/** Attributes by which Herald's writer tells its reader what HDF5 has no words for. */
public final class Layouts {

    /** Of a dataset: the dataset beside it that is true where there is no value. */
    public static final String MISSING = "missing";

    /** The unit of 64-bit integers that are times. */
    public static final String TIME_UNIT = "ns since 1970-01-01T00:00:00Z";

    /** Of a dataset: the column's name, where a link cannot have it. */
    public static final String NAME = "herald_name";

    /** Of a dataset: {@value #TYPE_BYTES} for lists of uint8 that are bytes without meaning to Herald. */
    public static final String TYPE = "herald_type";

    public static final String TYPE_BYTES = "bytes";

    /** Of a dataset of lists: the shape of an entry, such as {@code [3]}, where the lists are written flat. */
    public static final String ENTRY_SHAPE = "herald_entry_shape";

    /** Of a group: the name of the table that it is. */
    public static final String TABLE = "herald_table";

    /** Of a dataset of compounds: the group beside it whose datasets are the columns that have no fixed size. */
    public static final String LISTS = "herald_lists";

    /** Of a dataset in such a group: the column's place in the table, from 0. */
    public static final String PLACE = "herald_place";

    /** What attributes of the n-th member of compounds begin with; PyTables' attributes of columns. */
    public static final String MEMBER = "FIELD_%d_ATTR_";

    private Layouts() {}
}
