package org.heralddata.ingest.table;

import java.util.List;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.Coverage;
import org.heralddata.model.coverage.CoverageCounter;
import org.heralddata.model.coverage.MocText;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Notes where on the sky and when the rows of a table lie. */
final class TableCoverage {
    private final CoverageCounter counter = new CoverageCounter();
    private final int healpix;
    private final int time;

    /** @param outputs columns of the batches to come */
    TableCoverage(CommonEvent common, List<OutputColumn> outputs) {
        List<String> names = outputs.stream().map(OutputColumn::name).toList();
        healpix = common.healpix() == null ? -1 : names.indexOf(common.healpix());
        time = common.time() == null ? -1 : names.indexOf(common.time());
    }

    void add(Batch made) {
        if (healpix >= 0 && made.vectors().get(healpix) instanceof Vector.Longs cells) {
            for (int row = 0; row < cells.size(); row++) {
                if (!cells.isNull(row)) {
                    counter.direction(cells.values()[row]);
                }
            }
        }
        if (time >= 0 && made.vectors().get(time) instanceof Vector.Longs times) {
            for (int row = 0; row < times.size(); row++) {
                if (!times.isNull(row)) {
                    counter.time(times.values()[row]);
                }
            }
        }
    }

    Coverage published() {
        return new Coverage(text(healpix >= 0, true), text(time >= 0, false));
    }

    private @Nullable String text(boolean known, boolean space) {
        return known ? MocText.write(space ? counter.space() : counter.time()) : null;
    }
}
