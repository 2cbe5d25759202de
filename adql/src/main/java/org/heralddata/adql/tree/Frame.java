package org.heralddata.adql.tree;

import java.util.List;

/** The deprecated first argument of geometries (ADQL 2.1, section 4.2.5). */
public final class Frame {

    private Frame() {}

    /** True if the first argument names a reference frame: a string, or NULL before enough numbers. */
    public static boolean isFrame(List<Expression> arguments) {
        return !arguments.isEmpty()
                && (arguments.getFirst() instanceof Expression.TextLiteral
                        || (arguments.getFirst() instanceof Expression.NullLiteral && arguments.size() > 2));
    }
}
