package org.heralddata.formats.root.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.heralddata.formats.root.compress.Algorithm;
import org.heralddata.model.table.Column;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.heralddata.spi.TunableWriter;
import org.heralddata.spi.WriteOption;
import org.heralddata.spi.WriteOptions;
import org.jspecify.annotations.Nullable;

/** Writes a table as a TTree: {@code f['events']} in uproot. */
public final class RootTableWriter implements TunableWriter {
    private static final FormatName FORMAT = new FormatName("root");
    private static final Compressions COMPRESSIONS = new Compressions(Algorithm.ZLIB);
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
    public List<WriteOption> options() {
        return COMPRESSIONS.options();
    }

    @Override
    public TableWriter with(WriteOptions choices) {
        return new RootTableWriter(COMPRESSIONS.algorithm(choices), COMPRESSIONS.level(choices));
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
        return header.columns().stream().mapToDouble(this::bytes).sum();
    }

    /** What is left of a byte. */
    private double packed() {
        return algorithm == null ? 1 : COMPRESSED;
    }

    private double bytes(Column column) {
        double element = switch (column.type()) {
            case STRING, BYTES -> USUAL_TEXT * packed() + LIST_OVERHEAD;
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, FLOAT32, FLOAT64, TIMESTAMP ->
                LeafType.of(column.type()).width() * packed();
        };
        double elements = element * column.shape().fixedElements();
        return column.shape().varies() ? LIST_OVERHEAD + USUAL_LIST * elements : elements;
    }

    @Override
    public TableSink open(OutputStream out, TableHeader header) throws IOException {
        return new RootSink(out, header, new Compression(algorithm, level));
    }
}
