package org.heralddata.serve.vo.tap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.query.adql.AdqlAnswer;
import org.heralddata.query.adql.AdqlQuery;
import org.heralddata.query.adql.AdqlService;

/**
 * Columns of a table that refer to another's.
 *
 * @param from   the table, as a query writes it
 * @param target the other table
 * @param pairs  each a column and the one that it refers to
 */
record ForeignKey(String from, String target, String description, List<List<String>> pairs) {
    private static final String QUERY = """
            SELECT k.key_id, k.from_table, k.target_table, k.description, c.from_column, c.target_column
            FROM tap_schema.keys AS k JOIN tap_schema.key_columns AS c ON k.key_id = c.key_id
            ORDER BY k.key_id""";

    /** All that TAP_SCHEMA knows. */
    static List<ForeignKey> all(AdqlService adql) {
        Map<String, ForeignKey> keys = new LinkedHashMap<>();
        try (AdqlAnswer answer = adql.ask(AdqlQuery.of(QUERY).withTimeOut(Duration.ofSeconds(30)))) {
            for (Batch batch = answer.next(); batch != null; batch = answer.next()) {
                for (int row = 0; row < batch.rows(); row++) {
                    var cells = new ArrayList<String>();
                    for (Vector vector : batch.vectors()) {
                        cells.add(vector instanceof Vector.Strings texts ? String.valueOf(texts.values()[row]) : "");
                    }
                    keys.computeIfAbsent(
                                    cells.get(0),
                                    _ -> new ForeignKey(cells.get(1), cells.get(2), cells.get(3), new ArrayList<>()))
                            .pairs
                            .add(List.of(cells.get(4), cells.get(5)));
                }
            }
        }
        return List.copyOf(keys.values());
    }
}
