package org.heralddata.serve.vo.scs;

import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.PublishedColumn;

/** Which columns an answer has: the parameter VERB (SCS 1.03, section 2, 1.c). */
enum Verbosity {
    /** The identifier and the position. */
    LEAST,
    /** Also the event's own single values; not those of detector components, no lists. */
    USUAL,
    /** Every column. */
    ALL;

    static Verbosity of(double verb) {
        return values()[(int) verb - 1];
    }

    /** True of a column that is neither the identifier nor of the position. */
    boolean shows(PublishedColumn column, CommonEvent common) {
        return switch (this) {
            case LEAST -> false;
            case USUAL ->
                column.shape().isScalar()
                        && column.component() == null
                        && !column.name().equals(common.healpix());
            case ALL -> true;
        };
    }
}
