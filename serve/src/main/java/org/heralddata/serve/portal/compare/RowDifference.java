package org.heralddata.serve.portal.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.query.DataService;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of two selections differ, event by event: an event has the same UUID in every release.
 *
 * @param same    in both, with the same values
 * @param changed in both, with another value of a column that both have
 * @param onlyA   of A alone
 * @param onlyB   of B alone
 */
public record RowDifference(long same, long changed, long onlyA, long onlyB) {
    /** As many rows as are compared while somebody waits; two numbers each stay in memory. */
    public static final long MOST = 500_000;

    private static final String UUID = "uuid";

    /** Empty if there are too many rows, or they cannot be told apart. */
    static Optional<RowDifference> of(DataService data, Side a, Side b) {
        if (a.rows() > MOST
                || b.rows() > MOST
                || a.table().column(UUID).isEmpty()
                || b.table().column(UUID).isEmpty()) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>(List.of(UUID));
        if (!a.release().name().equals(b.release().name())) {
            a.table().columns().stream()
                    .filter(c -> !c.name().equals(UUID) && isIn(b, c))
                    .forEach(c -> columns.add(c.name()));
        }
        Map<String, Long> of = digests(data, a, columns);
        long same = 0;
        long changed = 0;
        long onlyB = 0;
        for (Map.Entry<String, Long> row : digests(data, b, columns).entrySet()) {
            Long before = of.remove(row.getKey());
            if (before == null) {
                onlyB++;
            } else if (before.equals(row.getValue())) {
                same++;
            } else {
                changed++;
            }
        }
        return Optional.of(new RowDifference(same, changed, of.size(), onlyB));
    }

    private static boolean isIn(Side side, PublishedColumn column) {
        return side.table()
                .column(column.name())
                .filter(c -> c.type() == column.type())
                .isPresent();
    }

    private static Map<String, Long> digests(DataService data, Side side, List<String> columns) {
        Map<String, Long> digests = new HashMap<>();
        try (RowStream rows = data.rows(side.ref(), new RowsRequest(side.where(), columns, List.of(), null, 0))) {
            for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
                for (int row = 0; row < batch.rows(); row++) {
                    String uuid = text(batch.vectors().getFirst(), row);
                    if (uuid != null) {
                        digests.put(uuid, digest(batch, row));
                    }
                }
            }
        }
        return digests;
    }

    private static @Nullable String text(Vector vector, int row) {
        return vector instanceof Vector.Strings strings && !vector.isNull(row) ? strings.values()[row] : null;
    }

    private static long digest(Batch batch, int row) {
        long digest = 1;
        for (int i = 1; i < batch.vectors().size(); i++) {
            digest = mix(digest, cell(batch.vectors().get(i), row));
        }
        return digest;
    }

    private static long cell(Vector vector, int row) {
        if (vector.isNull(row)) {
            return 0x6E756C6CL;
        }
        return switch (vector) {
            case Vector.Longs longs -> longs.values()[row];
            case Vector.Doubles doubles -> Double.doubleToLongBits(doubles.values()[row]);
            case Vector.Strings strings -> String.valueOf(strings.values()[row]).hashCode();
            case Vector.Blobs blobs -> java.util.Arrays.hashCode(blobs.values()[row]);
            case Vector.Lists lists -> {
                long digest = 7;
                for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                    digest = mix(digest, cell(lists.elements(), i));
                }
                yield digest;
            }
        };
    }

    /** The finaliser of SplitMix64 (Steele et al. 2014, OOPSLA). */
    private static long mix(long digest, long value) {
        long z = digest * 0x9E3779B97F4A7C15L + value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
