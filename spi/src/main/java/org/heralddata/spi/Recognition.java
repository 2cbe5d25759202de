package org.heralddata.spi;

/** How sure a reader is that a file is of its format. The later, the surer. */
public enum Recognition {
    /** A foreign file. */
    NO,
    /** The name says so, and the first bytes do not contradict. */
    BY_NAME,
    /** The first bytes say so. */
    BY_CONTENT
}
