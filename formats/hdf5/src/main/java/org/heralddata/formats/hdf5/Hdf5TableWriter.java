package org.heralddata.formats.hdf5;

import java.io.IOException;
import java.io.OutputStream;
import org.heralddata.formats.hdf5.write.Hdf5Sink;
import org.heralddata.model.table.Column;
import org.heralddata.spi.FlattenedColumns;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Writes a table as a group of columns: {@code f['events/energy']} in h5py. */
public final class Hdf5TableWriter implements TableWriter {
    private static final FormatName FORMAT = new FormatName("hdf5");
    private static final double COMPRESSED = 0.7;
    private static final int USUAL_LIST = 5;
    private static final int HEAP_ENTRY = 40;

    @Override
    public FormatName format() {
        return FORMAT;
    }

    @Override
    public String mediaType() {
        return "application/x-hdf5";
    }

    @Override
    public String extension() {
        return "h5";
    }

    @Override
    public double bytesPerRow(TableHeader header) {
        return FlattenedColumns.of(header.columns()).columns().stream()
                .mapToDouble(Hdf5TableWriter::bytes)
                .sum();
    }

    private static double bytes(Column column) {
        double element = switch (column.type()) {
            case BOOL, INT8, UINT8 -> COMPRESSED;
            case INT16, UINT16 -> 2 * COMPRESSED;
            case INT32, UINT32, FLOAT32 -> 4 * COMPRESSED;
            case INT64, UINT64, FLOAT64, TIMESTAMP -> 8 * COMPRESSED;
            case STRING, BYTES -> HEAP_ENTRY;
        };
        double elements = element * column.shape().fixedElements();
        return column.shape().varies() ? HEAP_ENTRY + USUAL_LIST * elements : elements;
    }

    @Override
    public TableSink open(OutputStream out, TableHeader header) throws IOException {
        return FlattenedColumns.open(header, flat -> new Hdf5Sink(out, flat));
    }
}
