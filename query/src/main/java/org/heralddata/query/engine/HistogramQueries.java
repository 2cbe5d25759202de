package org.heralddata.query.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heralddata.model.selection.Cut;

/** Counts in bins: of few rows in one scan, of many as DuckDB's groups. */
final class HistogramQueries {
    private final Questions questions;
    private final long mostScanned;

    /** @param mostScanned rows that are scanned, at most */
    HistogramQueries(Questions questions, long mostScanned) {
        this.questions = questions;
        this.mostScanned = mostScanned;
    }

    private boolean isScanned(Place place) {
        return place.source().table().rows() <= mostScanned;
    }

    List<long[]> histograms(Place place, Cut cut, List<Binning> axes) {
        return isScanned(place) ? scanned(place, cut, axes) : grouped(place, cut, axes);
    }

    /** Elements of lists are no rows: each list is scanned by itself. */
    private List<long[]> scanned(Place place, Cut cut, List<Binning> axes) {
        List<Binning> single = axes.stream()
                .filter(axis -> place.source().column(axis.column()).shape().isScalar())
                .toList();
        List<long[]> ofSingle = single.isEmpty() ? List.of() : scan(place, cut, single);
        var counts = new ArrayList<long[]>();
        int next = 0;
        for (Binning axis : axes) {
            boolean scalar = place.source().column(axis.column()).shape().isScalar();
            counts.add(
                    scalar
                            ? ofSingle.get(next++)
                            : scan(place, cut, List.of(axis)).getFirst());
        }
        return counts;
    }

    private List<long[]> scan(Place place, Cut cut, List<Binning> axes) {
        var scan = new HistogramScan(place, cut, axes);
        return questions.askInVectors(scan.print(), scan::each);
    }

    private List<long[]> grouped(Place place, Cut cut, List<Binning> axes) {
        var condition = new CutSql(place);
        String where = condition.print(cut);
        var parts = new ArrayList<String>();
        for (int i = 0; i < axes.size(); i++) {
            parts.add("SELECT %d, bin_, count(*) FROM (%s) GROUP BY bin_"
                    .formatted(i, binned(place, cut, where, condition.used(), axes.get(i))));
        }
        return questions.ask(String.join(" UNION ALL ", parts), result -> {
            List<long[]> counts =
                    axes.stream().map(axis -> new long[axis.bins() + 3]).collect(Collectors.toList());
            while (result.next()) {
                long[] axis = counts.get(result.getInt(1));
                axis[place(result, 2, axis.length)] = result.getLong(3);
            }
            return counts;
        });
    }

    private static String binned(Place place, Cut cut, String where, Set<String> condition, Binning axis) {
        Set<String> used = new TreeSet<>(condition);
        String value = HistogramSql.value(place.source().column(axis.column()), used);
        return "SELECT %s AS bin_ FROM (SELECT %s AS value_ FROM %s WHERE %s)"
                .formatted(HistogramSql.bin(axis, "value_"), value, place.relation(cut, used), where);
    }

    /** Counts of each place on the first axis, by those on the second. */
    long[] histogram2d(Place place, Cut cut, Binning x, Binning y) {
        if (isScanned(place)) {
            var scan = new HistogramScan(place, cut, List.of(x, y));
            return questions.askInVectors(scan.print(), scan::pairs);
        }
        var condition = new CutSql(place);
        String where = condition.print(cut);
        Set<String> used = new TreeSet<>(condition.used());
        String first = HistogramSql.value(place.source().column(x.column()), used);
        String second = HistogramSql.value(place.source().column(y.column()), used);
        int stride = y.bins() + 3;
        String sql =
                "SELECT %s AS i_, %s AS j_, count(*) FROM (SELECT %s AS x_, %s AS y_ FROM %s WHERE %s) GROUP BY i_, j_"
                        .formatted(
                                HistogramSql.bin(x, "x_"),
                                HistogramSql.bin(y, "y_"),
                                first,
                                second,
                                place.relation(cut, used),
                                where);
        return questions.ask(sql, result -> {
            var counts = new long[(x.bins() + 3) * stride];
            while (result.next()) {
                counts[place(result, 1, x.bins() + 3) * stride + place(result, 2, stride)] = result.getLong(3);
            }
            return counts;
        });
    }

    /** What has no bin is in the last place. */
    private static int place(ResultSet result, int column, int places) throws SQLException {
        int bin = result.getInt(column);
        return result.wasNull() ? places - 1 : bin;
    }
}
