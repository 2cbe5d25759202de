package org.heralddata.model.catalogue;

/** The order of rows in a table's files, chosen for its main way of access. */
public enum SortOrder {
    /** As read. */
    NONE,
    /** By time. */
    TIME,
    /** By nested HEALPix index. */
    SKY
}
