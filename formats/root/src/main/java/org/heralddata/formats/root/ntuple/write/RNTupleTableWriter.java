package org.heralddata.formats.root.ntuple.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.heralddata.formats.root.compress.Algorithm;
import org.heralddata.formats.root.write.Compressions;
import org.heralddata.formats.root.write.Container;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.heralddata.spi.TunableWriter;
import org.heralddata.spi.WriteOption;
import org.heralddata.spi.WriteOptions;
import org.jspecify.annotations.Nullable;

/** Writes a table as an RNTuple, which ROOT reads from 6.34 on; its pages are compressed by Zstandard. */
public final class RNTupleTableWriter implements TunableWriter {
    private static final FormatName FORMAT = new FormatName("rntuple");
    private static final Compressions COMPRESSIONS = new Compressions(Algorithm.ZSTD);
    private static final double PACKED_FLOATING = 0.7;
    private static final double PACKED = 0.3;
    private static final int USUAL_LIST = 4;
    private static final int USUAL_TEXT = 8;
    private static final double INDEX = 1;

    private final @Nullable Algorithm algorithm;
    private final int level;

    /** Compresses by Zstandard at its fastest. */
    public RNTupleTableWriter() {
        this(Algorithm.ZSTD, 1);
    }

    /**
     * @param algorithm one of {@code ZLIB}, {@code LZ4}, {@code ZSTD}; null for none
     * @param level     1 (fast) to 9 (small)
     */
    public RNTupleTableWriter(@Nullable Algorithm algorithm, int level) {
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
        return new RNTupleTableWriter(COMPRESSIONS.algorithm(choices), COMPRESSIONS.level(choices));
    }

    @Override
    public String mediaType() {
        return "application/x-root;class=rntuple";
    }

    @Override
    public String extension() {
        return "rntuple.root";
    }

    @Override
    public double bytesPerRow(TableHeader header) {
        return header.columns().stream().mapToDouble(this::bytes).sum();
    }

    private double bytes(Column column) {
        double element = width(column.type()) * (algorithm == null ? 1 : packed(column.type()));
        double elements = element * Math.max(1, column.shape().fixedElements());
        return column.shape().varies() ? INDEX + USUAL_LIST * elements : elements;
    }

    /** What is left of a byte: pages hold numbers split into bytes, integers as differences. */
    private static double packed(ColumnType type) {
        return type.isFloating() ? PACKED_FLOATING : PACKED;
    }

    private static double width(ColumnType type) {
        return switch (type) {
            case BOOL -> 0.125;
            case INT8, UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, FLOAT32 -> 4;
            case INT64, UINT64, FLOAT64, TIMESTAMP -> 8;
            case STRING, BYTES -> INDEX + USUAL_TEXT;
        };
    }

    @Override
    public TableSink open(OutputStream out, TableHeader header) throws IOException {
        var file = new Container(header.name() + "." + extension(), algorithm, level);
        return new NTupleSink(out, file, new NTupleWriter(file, header));
    }
}
