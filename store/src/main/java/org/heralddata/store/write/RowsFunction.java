package org.heralddata.store.write;

import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.heralddata.model.table.Batch;
import org.jspecify.annotations.Nullable;

/** A table function of DuckDB whose rows are the batches of a queue, in their order. Used once, by one thread at a time. */
final class RowsFunction implements DuckDBTableFunction<String, String, String> {
    private final BatchQueue queue;
    private final List<FieldFiller> fillers;
    private @Nullable Batch current;
    private int position;

    RowsFunction(BatchQueue queue, List<FieldFiller> fillers) {
        this.queue = queue;
        this.fillers = fillers;
    }

    @Override
    public String bind(DuckDBTableFunctionBindInfo info) throws SQLException {
        for (int i = 0; i < fillers.size(); i++) {
            info.addResultColumn(FieldFiller.column(i), fillers.get(i).type());
        }
        return "";
    }

    @Override
    public String init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1); // with two the order of rows would be lost
        return "";
    }

    @Override
    public String localInit(DuckDBTableFunctionInitInfo info) {
        return "";
    }

    @Override
    public synchronized long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk)
            throws SQLException, InterruptedException {
        Batch batch = current;
        if (batch == null) {
            batch = queue.take();
            position = 0;
        }
        if (batch == null) {
            return 0;
        }
        int rows = (int) Math.min(chunk.capacity(), batch.rows() - position);
        for (int i = 0; i < fillers.size(); i++) {
            fillers.get(i).fill(chunk.vector(i), batch.vectors(), position, rows);
        }
        position += rows;
        current = position < batch.rows() ? batch : null;
        return rows;
    }
}
