package org.heralddata.ingest.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.descriptor.FieldSource.Take;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;

/** The least and greatest value of a column over all elements; NaN and missing values do not count. */
final class ColumnExtremes {
    private static final long BILLION = 1_000_000_000L;

    private final ColumnType type;
    private boolean any;
    private long leastWhole = Long.MAX_VALUE;
    private long greatestWhole = Long.MIN_VALUE;
    private double leastReal = Double.POSITIVE_INFINITY;
    private double greatestReal = Double.NEGATIVE_INFINITY;

    private ColumnExtremes(ColumnType type) {
        this.type = type;
    }

    static ColumnExtremes read(TableFile file, SourceTable table, String name) throws IOException {
        Column column = table.columns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
        var extremes = new ColumnExtremes(column.type());
        try (TableCursor cursor = file.read(table.name(), List.of(name))) {
            for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted");
                }
                extremes.take(batch.vectors().getFirst());
            }
        }
        return extremes;
    }

    private void take(Vector vector) {
        switch (vector) {
            case Vector.Longs longs -> {
                for (int row = 0; row < longs.size(); row++) {
                    if (!longs.isNull(row)) {
                        // flipping the sign puts unsigned numbers in the order of signed ones
                        long value =
                                type == ColumnType.UINT64 ? longs.values()[row] ^ Long.MIN_VALUE : longs.values()[row];
                        leastWhole = Math.min(leastWhole, value);
                        greatestWhole = Math.max(greatestWhole, value);
                        any = true;
                    }
                }
            }
            case Vector.Doubles doubles -> {
                for (int row = 0; row < doubles.size(); row++) {
                    double value = doubles.values()[row];
                    if (!doubles.isNull(row) && !Double.isNaN(value)) {
                        leastReal = Math.min(leastReal, value);
                        greatestReal = Math.max(greatestReal, value);
                        any = true;
                    }
                }
            }
            case Vector.Lists lists -> take(lists.elements());
            case Vector.Strings _, Vector.Blobs _ -> {}
        }
    }

    /** As text, a timestamp as ISO 8601; empty if no element has a value, or the values have no order. */
    Optional<String> value(Take take) {
        if (!any) {
            return Optional.empty();
        }
        boolean least = take == Take.MIN;
        if (type.isFloating()) {
            return Optional.of(Double.toString(least ? leastReal : greatestReal));
        }
        long whole = least ? leastWhole : greatestWhole;
        return Optional.of(
                switch (type) {
                    case UINT64 -> unsigned(whole ^ Long.MIN_VALUE);
                    case TIMESTAMP ->
                        LocalDateTime.ofEpochSecond(
                                                Math.floorDiv(whole, BILLION),
                                                Math.floorMod(whole, (int) BILLION),
                                                ZoneOffset.UTC)
                                        .toString()
                                + "Z";
                    case BOOL -> Boolean.toString(whole != 0);
                    default -> Long.toString(whole);
                });
    }

    private static String unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits)).toString();
    }
}
