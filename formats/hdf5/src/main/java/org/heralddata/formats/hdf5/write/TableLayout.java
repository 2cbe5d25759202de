package org.heralddata.formats.hdf5.write;

/** How rows lie in a file. */
public enum TableLayout {
    /** A group of datasets, one a column. */
    COLUMNS,
    /** A dataset of compounds, one member a column; what has no fixed size in datasets beside it. */
    COMPOUND
}
