package org.heralddata.query.service;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.engine.Engine;
import org.heralddata.query.engine.ReadRows;
import org.jspecify.annotations.Nullable;

/** The first rows of a selection, such as a page shows: the page and its program ask for the same, and so does everybody who comes to it. */
record FewRows(List<Column> columns, List<Batch> batches) {
    private static final long MOST_ROWS = 64;
    private static final long MOST_VALUES = 16_384;

    /** What was asked besides the cut. */
    record Asked(
            Engine.Row row,
            List<RowsRequest.Order> order,
            @Nullable Long limit,
            long offset,
            boolean anyOrder) {
        Asked(Engine.Row row, RowsRequest request) {
            this(row, request.order(), request.limit(), request.offset(), request.anyOrder());
        }
    }

    static boolean areAsked(RowsRequest request) {
        return request.limit() != null && request.limit() <= MOST_ROWS;
    }

    /** Reads a stream to its end, and closes it. */
    static FewRows of(RowStream stream) {
        try (stream) {
            var batches = new ArrayList<Batch>();
            for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
                batches.add(batch);
            }
            return new FewRows(stream.columns(), List.copyOf(batches));
        }
    }

    /** False of rows with long lists or texts, which take more memory than it costs to ask for them again. */
    boolean areSmall() {
        return batches.stream()
                        .flatMap(batch -> batch.vectors().stream())
                        .mapToLong(FewRows::values)
                        .sum()
                <= MOST_VALUES;
    }

    /** Values of eight bytes, about. */
    private static long values(Vector vector) {
        return switch (vector) {
            case Vector.Longs(var values, var size, var nulls) -> values.length;
            case Vector.Doubles(var values, var size, var nulls) -> values.length;
            case Vector.Strings(var values, var size, var nulls) -> {
                long characters = 0;
                for (String value : values) {
                    characters += value == null ? 0 : value.length();
                }
                yield values.length + characters / 8;
            }
            case Vector.Blobs(var values, var size, var nulls) -> {
                long bytes = 0;
                for (byte[] value : values) {
                    bytes += value == null ? 0 : value.length;
                }
                yield values.length + bytes / 8;
            }
            case Vector.Lists(var offsets, var elements, var size, var nulls) -> offsets.length / 2 + values(elements);
        };
    }

    RowStream stream() {
        return new ReadRows(columns, batches);
    }
}
