package org.heralddata.formats.fits.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;

/**
 * Writes rows at once: their number is known, and every column takes the same bytes whatever its values. Signed integers of
 * 32 and 64 bits keep their least value for missing ones.
 */
final class StreamingSink implements TableSink {
    private final TableLayout layout;
    private final RowPacker packer;
    private long rows;

    private StreamingSink(TableLayout layout, RowPacker packer) {
        this.layout = layout;
        this.packer = packer;
    }

    static boolean isPossible(TableHeader header) {
        return header.rows().isPresent() && header.columns().stream().allMatch(StreamingSink::isPossible);
    }

    /** Narrow and unsigned integers use every value that they have, so that the mark of missing ones must be sought. */
    private static boolean isPossible(Column column) {
        return !column.shape().varies()
                && switch (column.type()) {
                    case BOOL, INT32, INT64, FLOAT32, FLOAT64, TIMESTAMP -> true;
                    case INT8, INT16, UINT8, UINT16, UINT32, UINT64, STRING, BYTES -> false;
                };
    }

    static StreamingSink open(OutputStream out, TableHeader header) throws IOException {
        List<Packing> packings =
                header.columns().stream().map(StreamingSink::packing).toList();
        TableLayout layout = new TableLayout(header, packings, header.rows().orElseThrow(), 0);
        out.write(layout.headers());
        return new StreamingSink(layout, new RowPacker(out, layout));
    }

    private static Packing packing(Column column) {
        int n = column.shape().fixedElements();
        return switch (column.type()) {
            case TIMESTAMP -> new Packing.Texts(IsoTime.LENGTH, n);
            case INT32 -> new Packing.Numbers(StoredType.INT32, n, (long) Integer.MIN_VALUE);
            case INT64 -> new Packing.Numbers(StoredType.INT64, n, Long.MIN_VALUE);
            default -> new Packing.Numbers(StoredType.of(column.type()), n, null);
        };
    }

    @Override
    public void write(Batch batch) throws IOException {
        rows += batch.rows();
        if (rows > layout.rows()) {
            throw new IllegalStateException("more rows than the %d announced".formatted(layout.rows()));
        }
        List<Vector> prepared = new ArrayList<>();
        for (int c = 0; c < batch.vectors().size(); c++) {
            prepared.add(Prepared.of(
                    layout.header().columns().get(c), batch.vectors().get(c)));
        }
        packer.rows(batch.rows(), prepared);
    }

    @Override
    public void finish() throws IOException {
        if (rows != layout.rows()) {
            throw new IllegalStateException("%d rows instead of the %d announced".formatted(rows, layout.rows()));
        }
        packer.fill();
    }

    @Override
    public void close() {}
}
