package org.heralddata.query.adql;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.query.QueryCode;
import org.heralddata.query.RowStream;
import org.heralddata.query.adql.AdqlEstimate.Read;
import org.heralddata.query.engine.Engine;

/** Counts rows of queries where that is soon done. */
final class RowCounter {

    /** What one processor reads of a few columns in less than a second. */
    private static final double CHEAP_ROWS = 20e6;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Column COUNT = new Column("rows", ColumnType.INT64, Shape.SCALAR, null, null, null);

    private RowCounter() {}

    static boolean isCheap(List<Read> reads, double pairs) {
        return pairs + reads.stream().mapToDouble(Read::most).sum() <= CHEAP_ROWS;
    }

    /**
     * Empty if it takes longer after all, or the engine has no time.
     *
     * @param sql printed by us
     * @throws Refusal if values are not what the query takes them for
     */
    static OptionalLong count(Engine engine, String sql) {
        try (RowStream counted =
                engine.run("SELECT count(*) FROM (" + sql + ") AS counted", List.of(COUNT), PATIENCE)) {
            Batch batch = counted.next();
            return batch != null && batch.vectors().getFirst() instanceof Vector.Longs(var values, var _, var _)
                    ? OptionalLong.of(values[0])
                    : OptionalLong.empty();
        } catch (Refusal refusal) {
            var code = refusal.diagnostics().getFirst().code();
            if (code == QueryCode.BUSY || code == QueryCode.TIME_OUT) {
                return OptionalLong.empty();
            }
            throw refusal;
        } catch (IllegalStateException failed) {
            throw Failures.told(failed);
        }
    }
}
