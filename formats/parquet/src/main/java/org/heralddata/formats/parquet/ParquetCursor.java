package org.heralddata.formats.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableCursor;
import org.jspecify.annotations.Nullable;

/** Rows of a Parquet file: one stream of values and list lengths, and one stream of elements for each level of a list column. */
final class ParquetCursor implements TableCursor {
    private static final int HEAVY = 1 << 20;
    private static final int CHUNK = 2048;

    private final String file;
    private final List<Projection> columns;
    private final ChunkStream rows;
    private final List<List<ChunkStream>> elements = new ArrayList<>();
    private final long told;
    private long given;
    private boolean closed;

    /**
     * @param source SQL of the file's rows
     * @param told   how many these are by the file's metadata
     */
    ParquetCursor(String file, DuckDBConnection connection, String source, List<Projection> columns, long told)
            throws IOException {
        this.file = file;
        this.told = told;
        this.columns = columns;
        String asked = String.join(", ", columns.stream().map(Projection::inRow).toList());
        rows = new ChunkStream(file, connection, "SELECT %s FROM %s".formatted(asked, source));
        try {
            for (Projection column : columns) {
                var levels = new ArrayList<ChunkStream>();
                elements.add(levels);
                for (int level = 1; level <= column.column().shape().levels(); level++) {
                    levels.add(new ChunkStream(file, connection, column.inLevel(level, source)));
                }
            }
        } catch (Refusal refusal) {
            close();
            throw refusal;
        }
    }

    @Override
    public @Nullable Batch next() throws IOException {
        if (closed) {
            return null;
        }
        List<Gather> gathered = columns.stream()
                .map(c -> new Gather(c.isList() ? ColumnType.INT64 : c.column().type()))
                .toList();
        boolean lists = columns.stream().anyMatch(Projection::isList);
        int count = rows.move(gathered, lists ? CHUNK : Batch.ROWS);
        given += count;
        if (given > told || (count == 0 && given < told)) {
            throw wrongRows();
        }
        if (count == 0) {
            return null;
        }
        var vectors = new ArrayList<Vector>();
        for (int c = 0; c < columns.size(); c++) {
            Vector vector = gathered.get(c).take();
            Projection column = columns.get(c);
            vectors.add(column.isList() ? lists(column, column.column().shape(), vector, elements.get(c)) : vector);
        }
        return new Batch(count, vectors);
    }

    /** @param streams of the elements of this level of lists, and of those within */
    private Vector lists(Projection column, Shape shape, Vector lengths, List<ChunkStream> streams) {
        int[] offsets = new int[lengths.size() + 1];
        long[] values = lengths instanceof Vector.Longs longs ? longs.values() : new long[lengths.size()];
        int block = shape.fixedElements();
        for (int r = 0; r < lengths.size(); r++) {
            int length = lengths.isNull(r) ? 0 : Math.toIntExact(values[r]);
            if (!lengths.isNull(r) && (shape.varies() ? length % block != 0 : length != block)) {
                throw wrongLength(column, length);
            }
            offsets[r + 1] = Math.addExact(offsets[r], length);
        }
        int wanted = offsets[lengths.size()];
        var gather =
                new Gather(shape.isNested() ? ColumnType.INT64 : column.column().type());
        while (gather.size() < wanted) {
            if (streams.getFirst().move(List.of(gather), Math.min(HEAVY, wanted - gather.size())) == 0) {
                throw wrongLength(column, wanted);
            }
        }
        Vector elements = gather.take();
        if (shape.isNested()) {
            elements = lists(column, shape.inner(), elements, streams.subList(1, streams.size()));
        }
        return new Vector.Lists(offsets, elements, lengths.size(), lengths.nulls());
    }

    private Refusal wrongRows() {
        return new Refusal(Diagnostic.error(
                        ParquetCode.DAMAGED,
                        given > told
                                ? "there are more rows than the %d that the file tells of".formatted(told)
                                : "only %d rows are there of %d that the file tells of".formatted(given, told),
                        new Location.InFile(file, null, -1))
                .helped("the file contradicts its own metadata; make it again"));
    }

    private Refusal wrongLength(Projection column, int length) {
        String name = column.column().name();
        return new Refusal(Diagnostic.error(
                        ParquetCode.DAMAGED,
                        "a list of `%s` has %d elements, which its shape %s does not allow"
                                .formatted(name, length, column.column().shape()),
                        new Location.InFile(file, name, -1))
                .helped("the file contradicts its own metadata; make it again"));
    }

    @Override
    public void close() throws IOException {
        closed = true;
        rows.close();
        for (List<ChunkStream> levels : elements) {
            for (ChunkStream stream : levels) {
                stream.close();
            }
        }
    }
}
