package org.heralddata.query.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.heralddata.model.selection.Cut;
import org.heralddata.query.cube.CubeAxis;

/**
 * Counts all cubes of few rows, such as a sample, in one scan: DuckDB tells the place of each row on each axis, and which views it counts for;
 * the counting is done here. Groups in DuckDB take longer than that, for tables of many counts are filled and read whatever the number of rows.
 */
final class CubeScan {
    /** Of more rows, DuckDB groups faster, in several threads. */
    static final long MOST_ROWS = 3 << 20;

    private static final int MOST_CUTS = 31;
    private static final int CHUNK = 2048;

    private final CubeParts keys;
    private final CutSql condition;
    private final boolean sampled;
    private final CubeAxis active;
    private final List<CubeAxis> views;
    private final List<Cut> cuts;

    /** Places on one axis of a table, each printed once: number of the column of the result. */
    private final Map<CubeAxis, Integer> columns = new LinkedHashMap<>();

    private final List<Cut> distinct;

    /** @param cuts one a view */
    CubeScan(Place place, boolean sampled, CubeAxis active, List<CubeAxis> views, List<Cut> cuts) {
        keys = new CubeParts(place);
        condition = new CutSql(place);
        this.sampled = sampled;
        this.active = active;
        this.views = views;
        this.cuts = cuts;
        distinct = List.copyOf(new LinkedHashSet<>(cuts));
        column(active);
        views.forEach(this::column);
    }

    /** Whether the cuts are so few that a row's views are told by bits. */
    static boolean suits(List<Cut> cuts) {
        return new LinkedHashSet<>(cuts).size() <= MOST_CUTS;
    }

    private void column(CubeAxis axis) {
        switch (axis) {
            case CubeAxis.All _ -> {}
            case CubeAxis.Pairs(var x, var y) -> {
                column(x);
                column(y);
            }
            default -> columns.putIfAbsent(axis, columns.size());
        }
    }

    /** Rows of: places on the axes, then the views' cuts as bits, if they are not all the same. */
    String print() {
        List<String> conditions = distinct.stream().map(condition::print).toList();
        Set<String> used = new TreeSet<>(condition.used());
        List<String> inner = new ArrayList<>();
        List<String> outer = new ArrayList<>();
        columns.forEach((axis, number) -> {
            CubeParts.Part part = keys.of(axis).getFirst();
            String name = "k" + number + "_";
            inner.add(part.raw(used) + " AS " + name);
            outer.add("coalesce(%s, %d)::USMALLINT".formatted(part.folded(name), part.size() - 1));
        });
        boolean masked = conditions.size() > 1;
        if (masked || inner.isEmpty()) {
            List<String> bits = new ArrayList<>(List.of("0::INTEGER"));
            for (int i = 0; i < conditions.size(); i++) {
                bits.add("CASE WHEN %s THEN %d ELSE 0 END".formatted(conditions.get(i), 1 << i));
            }
            inner.add(String.join(" + ", bits) + " AS m_");
            outer.add("m_::INTEGER");
        }
        String relation = keys.relation(masked ? Cut.EVERYTHING : distinct.getFirst(), used, sampled);
        return "SELECT %s FROM (SELECT %s FROM %s WHERE %s)"
                .formatted(
                        String.join(", ", outer),
                        String.join(", ", inner),
                        relation,
                        masked ? "true" : conditions.getFirst());
    }

    List<int[]> count(DuckDBChunkedResult result) throws SQLException {
        List<int[]> counts =
                views.stream().map(view -> new int[active.size() * view.size()]).toList();
        var places = new int[columns.size()][CHUNK];
        var at = new int[CHUNK];
        var bits = new int[CHUNK];
        boolean masked = distinct.size() > 1;
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            int size = (int) chunk.rowCount();
            for (int column = 0; column < places.length; column++) {
                DuckDBReadableVector vector = chunk.vector(column);
                int[] into = places[column];
                for (int row = 0; row < size; row++) {
                    into[row] = vector.getUint16(row);
                }
            }
            if (masked) {
                DuckDBReadableVector vector = chunk.vector(places.length);
                for (int row = 0; row < size; row++) {
                    bits[row] = vector.getInt(row);
                }
            }
            for (int i = 0; i < counts.size(); i++) {
                places(active, places, at, size, 0);
                places(views.get(i), places, at, size, views.get(i).size());
                int bit = masked ? 1 << distinct.indexOf(cuts.get(i)) : 0;
                int[] into = counts.get(i);
                for (int row = 0; row < size; row++) {
                    if ((bits[row] & bit) == bit) {
                        into[at[row]]++;
                    }
                }
            }
        }
        ChunkFailures.check(result);
        return counts;
    }

    /** Puts places on an axis behind those that are there: each {@code at * length + place}. */
    private void places(CubeAxis axis, int[][] places, int[] at, int size, int length) {
        switch (axis) {
            case CubeAxis.All _ -> {
                if (length == 0) {
                    Arrays.fill(at, 0);
                }
            }
            case CubeAxis.Pairs(var x, var y) -> {
                places(x, places, at, size, length == 0 ? 0 : x.size());
                places(y, places, at, size, y.size());
            }
            default -> {
                int[] own = places[columns.getOrDefault(axis, 0)];
                for (int row = 0; row < size; row++) {
                    at[row] = at[row] * length + own[row];
                }
            }
        }
    }
}
