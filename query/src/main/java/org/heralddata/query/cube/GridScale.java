package org.heralddata.query.cube;

/** How values of a {@link Grid} follow each other. */
public enum GridScale {
    /** Equal differences. */
    LINEAR,
    /** Nearly equal ratios; needs values above 0. */
    LOG
}
