package org.heralddata.formats.parquet;

import java.io.IOException;
import java.io.OutputStream;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Writes Apache Parquet files, compressed by Zstandard. */
public final class ParquetWriter implements TableWriter {
    private static final int USUAL_LIST = 8;

    @Override
    public FormatName format() {
        return new FormatName("parquet");
    }

    @Override
    public String mediaType() {
        return "application/vnd.apache.parquet";
    }

    @Override
    public String extension() {
        return "parquet";
    }

    @Override
    public double bytesPerRow(TableHeader header) {
        return header.columns().stream().mapToDouble(ParquetWriter::bytes).sum();
    }

    private static double bytes(Column column) {
        int entries = column.shape().varies() ? USUAL_LIST : 1;
        return bytes(column.type()) * entries * column.shape().fixedElements()
                + (column.shape().isScalar() ? 0 : 1);
    }

    /** After compression; floating-point numbers hardly compress. */
    private static double bytes(ColumnType type) {
        return switch (type) {
            case BOOL -> 0.2;
            case INT8, UINT8 -> 0.7;
            case INT16, UINT16 -> 1.5;
            case INT32, UINT32, FLOAT32 -> 3.5;
            case INT64, UINT64, TIMESTAMP -> 5;
            case FLOAT64 -> 7.5;
            case STRING -> 2;
            case BYTES -> 12;
        };
    }

    @Override
    public TableSink open(OutputStream out, TableHeader header) throws IOException {
        return new ParquetSink(out, header);
    }
}
