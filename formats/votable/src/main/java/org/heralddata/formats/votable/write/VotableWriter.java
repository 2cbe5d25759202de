package org.heralddata.formats.votable.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.heralddata.model.table.Column;
import org.heralddata.spi.FlattenedColumns;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Writes a table as a VOTable of one RESOURCE. */
public final class VotableWriter implements TableWriter {
    private static final double BASE64 = 4 / 3.0;

    @Override
    public FormatName format() {
        return new FormatName("votable");
    }

    @Override
    public String mediaType() {
        return "application/x-votable+xml;serialization=binary2";
    }

    @Override
    public String extension() {
        return "vot";
    }

    @Override
    public double bytesPerRow(TableHeader header) {
        List<Column> columns = FlattenedColumns.of(header.columns()).columns();
        double mask = columns.size() / 8.0;
        return BASE64
                * (mask + columns.stream().mapToDouble(VotableWriter::bytes).sum());
    }

    @Override
    public TableSink open(OutputStream out, TableHeader header) throws IOException {
        return FlattenedColumns.open(header, flat -> BinarySink.open(out, flat));
    }

    /** Texts and lists by what is usual. */
    private static double bytes(Column column) {
        Datatype type = Datatype.of(column);
        return type.varies() ? 4 + 8.0 * type.width() : (double) type.elements() * type.width();
    }
}
