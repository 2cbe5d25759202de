package org.heralddata.app.check;

import java.io.IOException;

/** An answer that cannot be understood. */
final class Unsound extends IOException {
    private static final long serialVersionUID = 1L;

    private final String where;

    /** @param where the address that was asked */
    Unsound(String where, String what) {
        super(what);
        this.where = where;
    }

    String where() {
        return where;
    }
}
