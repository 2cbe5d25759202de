package org.heralddata.query.sky;

import java.util.List;
import java.util.function.Predicate;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.query.RowStream;
import org.jspecify.annotations.Nullable;

/** Rows of a stream whose direction lies in a part of the sky. */
public final class RowFilter implements RowStream {
    private final RowStream rows;
    private final int ra;
    private final int dec;
    private final Predicate<SkyPosition> region;

    /**
     * @param rows closed with this
     * @param ra   name of the column of right ascensions, degrees
     * @param dec  name of the column of declinations
     */
    public RowFilter(RowStream rows, String ra, String dec, Predicate<SkyPosition> region) {
        List<String> names = rows.columns().stream().map(Column::name).toList();
        this.rows = rows;
        this.ra = names.indexOf(ra);
        this.dec = names.indexOf(dec);
        this.region = region;
    }

    @Override
    public List<Column> columns() {
        return rows.columns();
    }

    @Override
    public @Nullable Batch next() {
        for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
            Batch inside = inside(batch);
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    private @Nullable Batch inside(Batch batch) {
        Vector ras = batch.vectors().get(ra);
        Vector decs = batch.vectors().get(dec);
        var found = new int[batch.rows()];
        int size = 0;
        for (int row = 0; row < batch.rows(); row++) {
            double raDeg = number(ras, row);
            double decDeg = number(decs, row);
            if (Double.isFinite(raDeg) && Math.abs(decDeg) <= 90 && region.test(SkyPosition.of(raDeg, decDeg))) {
                found[size++] = row;
            }
        }
        int rowsLeft = size;
        return size == 0
                ? null
                : new Batch(
                        size,
                        batch.vectors().stream()
                                .map(v -> VectorRows.take(v, found, 0, rowsLeft))
                                .toList());
    }

    private static double number(Vector vector, int row) {
        return vector instanceof Vector.Doubles doubles && !vector.isNull(row) ? doubles.values()[row] : Double.NaN;
    }

    @Override
    public void close() {
        rows.close();
    }
}
