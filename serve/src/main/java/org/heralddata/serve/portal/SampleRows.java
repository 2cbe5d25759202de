package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.query.DataService;
import org.heralddata.query.EventRows;
import org.heralddata.query.EventsRequest;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.TableRef;

/**
 * The first rows of a selection, as text.
 *
 * @param columns in order
 * @param rows    cells of each row, one a column
 */
public record SampleRows(List<Column> columns, List<List<Cell>> rows) {

    /** Rows of one table. */
    static SampleRows of(DataService data, TableRef ref, String where, List<String> columns, long limit) {
        try (RowStream stream = data.rows(ref, new RowsRequest(where, columns, List.of(), limit, 0))) {
            return read(stream);
        }
    }

    /** Rows of the common events; the request should have a limit. */
    static SampleRows of(DataService data, EventsRequest request) {
        EventRows answer = data.eventRows(request);
        try (RowStream stream = answer.rows()) {
            return read(stream);
        }
    }

    private static SampleRows read(RowStream stream) {
        var rows = new ArrayList<List<Cell>>();
        for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
            for (int row = 0; row < batch.rows(); row++) {
                rows.add(row(batch, row, stream.columns()));
            }
        }
        return new SampleRows(stream.columns(), List.copyOf(rows));
    }

    private static List<Cell> row(Batch batch, int row, List<Column> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(
                        i -> Cell.of(batch.vectors().get(i), row, columns.get(i).type()))
                .toList();
    }
}
