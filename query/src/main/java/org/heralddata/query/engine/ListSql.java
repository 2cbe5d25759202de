package org.heralddata.query.engine;

import org.heralddata.model.table.Shape;

/** SQL over lists, and lists of lists. */
final class ListSql {

    private ListSql() {}

    /** All innermost elements as one list. */
    static String flat(String list, Shape shape) {
        String sql = list;
        for (int level = shape.levels(); level > 1; level--) {
            sql = "flatten(" + sql + ")";
        }
        return sql;
    }

    /** Nanoseconds of a timestamp that is kept as microseconds and the nanoseconds within, in the same lists of lists. */
    static String nanoseconds(String micros, String nanos, int levels) {
        if (levels == 0) {
            return "epoch_us(%s) * 1000 + coalesce(%s, 0)".formatted(micros, nanos);
        }
        String pair = "x" + levels + "_";
        String element = nanoseconds(pair + "[1]", pair + "[2]", levels - 1);
        return "CASE WHEN %s IS NOT NULL THEN list_transform(list_zip(%1$s, %s), lambda %s: %s) END"
                .formatted(micros, nanos, pair, element);
    }
}
