package org.heralddata.query.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.sky.Healpix;

/** Counts in cells of the sky: of few rows in coarse cells in one scan, else as DuckDB's groups. */
final class SkyQueries {
    private final Questions questions;
    private final long mostScanned;

    /** @param mostScanned rows that are scanned, at most */
    SkyQueries(Questions questions, long mostScanned) {
        this.questions = questions;
        this.mostScanned = mostScanned;
    }

    Engine.Cells skyMap(Place place, Cut cut, int order) {
        String healpix = place.source().table().common().healpix();
        if (healpix == null) {
            throw new IllegalArgumentException("table %s has no directions"
                    .formatted(place.source().table().name()));
        }
        boolean scanned = order <= Copy.CELL_ORDER && place.source().table().rows() <= mostScanned;
        return scanned ? scanned(place, cut, healpix, order) : grouped(place, cut, healpix, order);
    }

    private static String where(Place place, Cut cut, Set<String> used) {
        var condition = new CutSql(place);
        String where = condition.print(cut);
        used.addAll(condition.used());
        return where;
    }

    /** Copies keep cells of order 6 as small integers. */
    private Engine.Cells scanned(Place place, Cut cut, String healpix, int order) {
        boolean stored = place.copy() != null;
        Set<String> used = new TreeSet<>(stored ? Set.of() : Set.of(healpix));
        String where = where(place, cut, used);
        String cell = stored
                ? Sql.name(Copy.CELL)
                : "(%s >> %d)".formatted(Sql.name(healpix), 2 * (Healpix.MAX_ORDER - Copy.CELL_ORDER));
        String sql = "SELECT %s::INTEGER FROM %s WHERE %s".formatted(cell, place.relation(cut, used), where);
        return questions.askInVectors(sql, result -> count(result, order));
    }

    private static Engine.Cells count(DuckDBChunkedResult result, int order) throws SQLException {
        int shift = 2 * (Copy.CELL_ORDER - order);
        var rows = new int[Math.toIntExact(12L << (2 * order))];
        long nulls = 0;
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            DuckDBReadableVector cells = chunk.vector(0);
            long size = chunk.rowCount();
            for (int row = 0; row < size; row++) {
                if (cells.isNull(row)) {
                    nulls++;
                } else {
                    rows[cells.getInt(row) >> shift]++;
                }
            }
        }
        ChunkFailures.check(result);
        var cells = new ArrayList<Long>();
        var counts = new ArrayList<Long>();
        for (int cell = 0; cell < rows.length; cell++) {
            if (rows[cell] > 0) {
                cells.add((long) cell);
                counts.add((long) rows[cell]);
            }
        }
        return new Engine.Cells(cells, counts, nulls);
    }

    private Engine.Cells grouped(Place place, Cut cut, String healpix, int order) {
        Set<String> used = new TreeSet<>(Set.of(healpix));
        String where = where(place, cut, used);
        String sql =
                "SELECT %s >> %d AS cell_, count(*) FROM %s WHERE %s GROUP BY cell_ ORDER BY cell_ NULLS FIRST LIMIT %d"
                        .formatted(
                                Sql.name(healpix),
                                2 * (Healpix.MAX_ORDER - order),
                                place.relation(cut, used),
                                where,
                                Engine.MAX_CELLS + 2);
        return questions.ask(sql, result -> {
            var cells = new ArrayList<Long>();
            var counts = new ArrayList<Long>();
            long nulls = 0;
            while (result.next()) {
                long cell = result.getLong(1);
                if (result.wasNull()) {
                    nulls = result.getLong(2);
                } else {
                    cells.add(cell);
                    counts.add(result.getLong(2));
                }
            }
            return new Engine.Cells(cells, counts, nulls);
        });
    }
}
