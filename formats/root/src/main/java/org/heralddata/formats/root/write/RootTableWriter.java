package org.heralddata.formats.root.write;

import java.io.IOException;
import java.io.OutputStream;
import org.heralddata.formats.root.compress.Algorithm;
import org.heralddata.model.table.Column;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.jspecify.annotations.Nullable;

/** Writes a table as a TTree: {@code f['events']} in uproot. */
public final class RootTableWriter implements TableWriter {
    private static final FormatName FORMAT = new FormatName("root");
    private static final double COMPRESSED = 0.7;
    private static final int USUAL_LIST = 5;
    private static final int USUAL_TEXT = 8;

    /** Where an entry begins, and its count. */
    private static final double LIST_OVERHEAD = 3;

    private final @Nullable Algorithm algorithm;
    private final int level;

    /** Compresses by zlib at its fastest, which every reader of ROOT files knows. */
    public RootTableWriter() {
        this(Algorithm.ZLIB, 1);
    }

    /**
     * @param algorithm one of {@code ZLIB}, {@code LZ4}, {@code ZSTD}; null for none
     * @param level     1 (fast) to 9 (small)
     */
    public RootTableWriter(@Nullable Algorithm algorithm, int level) {
        this.algorithm = algorithm;
        this.level = level;
    }

    @Override
    public FormatName format() {
        return FORMAT;
    }

    @Override
    public String mediaType() {
        return "application/x-root";
    }

    @Override
    public String extension() {
        return "root";
    }

    @Override
    public double bytesPerRow(TableHeader header) {
        return header.columns().stream().mapToDouble(RootTableWriter::bytes).sum();
    }

    private static double bytes(Column column) {
        double element = switch (column.type()) {
            case STRING, BYTES -> USUAL_TEXT * COMPRESSED + LIST_OVERHEAD;
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, FLOAT32, FLOAT64, TIMESTAMP ->
                LeafType.of(column.type()).width() * COMPRESSED;
        };
        double elements = element * column.shape().fixedElements();
        return column.shape().varies() ? LIST_OVERHEAD + USUAL_LIST * elements : elements;
    }

    @Override
    public TableSink open(OutputStream out, TableHeader header) throws IOException {
        return new RootSink(out, header, new Compression(algorithm, level));
    }
}
