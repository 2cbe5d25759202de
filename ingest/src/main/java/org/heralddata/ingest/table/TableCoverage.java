package org.heralddata.ingest.table;

import java.util.List;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.Coverage;
import org.heralddata.model.coverage.CoverageCounter;
import org.heralddata.model.coverage.MocText;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Notes where on the sky and when the rows of a table lie, and of which observations they are. */
final class TableCoverage {
    private final CoverageCounter counter = new CoverageCounter();
    private final int healpix;
    private final int time;
    private final TableRuns runs;

    /** @param outputs columns of the batches to come */
    TableCoverage(CommonEvent common, List<OutputColumn> outputs) {
        List<String> names = outputs.stream().map(OutputColumn::name).toList();
        healpix = common.healpix() == null ? -1 : names.indexOf(common.healpix());
        time = common.time() == null ? -1 : names.indexOf(common.time());
        runs = new TableRuns(common, outputs);
    }

    void add(Batch made) {
        Vector.Longs cells = longs(made, healpix);
        Vector.Longs times = longs(made, time);
        for (int row = 0; row < made.rows(); row++) {
            boolean placed = cells != null && !cells.isNull(row);
            boolean timed = times != null && !times.isNull(row);
            if (placed && cells != null) {
                counter.direction(cells.values()[row]);
            }
            if (timed && times != null) {
                counter.time(times.values()[row]);
            }
            if (placed && timed && cells != null && times != null) {
                counter.both(times.values()[row], cells.values()[row]);
            }
        }
        runs.add(made);
    }

    private static Vector.@Nullable Longs longs(Batch made, int column) {
        return column >= 0 && made.vectors().get(column) instanceof Vector.Longs longs ? longs : null;
    }

    Coverage published() {
        return new Coverage(
                healpix < 0 ? null : MocText.write(counter.space()),
                time < 0 ? null : MocText.write(counter.time()),
                healpix < 0 || time < 0 ? null : MocText.write(counter.spaceTime()),
                runs.published());
    }

    List<String> notes() {
        return runs.notes();
    }
}
