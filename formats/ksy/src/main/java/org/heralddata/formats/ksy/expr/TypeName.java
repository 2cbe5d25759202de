package org.heralddata.formats.ksy.expr;

import java.util.List;

/**
 * The name of a type as written, such as {@code u4}, {@code outer::inner} or {@code u2[]}.
 *
 * @param path  at least one name
 * @param array true if followed by {@code []}
 */
public record TypeName(List<String> path, boolean array) {

    public TypeName {
        path = List.copyOf(path);
    }

    /** Without the brackets. */
    public String bare() {
        return String.join("::", path);
    }

    @Override
    public String toString() {
        return array ? bare() + "[]" : bare();
    }
}
