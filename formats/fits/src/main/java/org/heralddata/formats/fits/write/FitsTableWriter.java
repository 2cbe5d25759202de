package org.heralddata.formats.fits.write;

import java.io.IOException;
import java.io.OutputStream;
import org.heralddata.formats.fits.FitsCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.spi.FlattenedColumns;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Writes a table as the first extension of a FITS file. */
public final class FitsTableWriter implements TableWriter {

    /** FITS 4.0, section 7.3.1. */
    private static final int MOST_COLUMNS = 999;

    @Override
    public FormatName format() {
        return new FormatName("fits");
    }

    @Override
    public String mediaType() {
        return "application/fits";
    }

    @Override
    public String extension() {
        return "fits";
    }

    @Override
    public double bytesPerRow(TableHeader header) {
        return FlattenedColumns.of(header.columns()).columns().stream()
                .mapToDouble(FitsTableWriter::bytes)
                .sum();
    }

    @Override
    public TableSink open(OutputStream out, TableHeader header) throws IOException {
        return FlattenedColumns.open(header, flat -> openFlat(out, flat));
    }

    private static TableSink openFlat(OutputStream out, TableHeader header) throws IOException {
        if (header.columns().size() > MOST_COLUMNS) {
            throw new Refusal(Diagnostic.error(
                            FitsCode.TOO_MANY_COLUMNS,
                            "%d columns are more than the %d of a FITS table"
                                    .formatted(header.columns().size(), MOST_COLUMNS))
                    .helped("choose fewer columns, or another format such as parquet"));
        }
        return StreamingSink.isPossible(header) ? StreamingSink.open(out, header) : new SpoolingSink(out, header);
    }

    /** Strings and lists by what is usual. */
    private static double bytes(Column column) {
        double element = switch (column.type()) {
            case STRING, BYTES -> 12;
            case TIMESTAMP -> IsoTime.LENGTH;
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, FLOAT32, FLOAT64 ->
                StoredType.of(column.type()).width;
        };
        double entries = column.shape().varies() ? 5 : 1;
        return entries * element * column.shape().fixedElements()
                + (column.shape().varies() ? 8 : 0);
    }
}
