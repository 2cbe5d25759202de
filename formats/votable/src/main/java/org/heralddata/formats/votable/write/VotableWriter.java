package org.heralddata.formats.votable.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heralddata.model.table.Column;
import org.heralddata.spi.FieldNote;
import org.heralddata.spi.FlattenedColumns;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.Serializations;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Writes a table as a VOTable of one RESOURCE. */
public final class VotableWriter implements Serializations {
    private static final double BASE64 = 4 / 3.0;

    private final Serialization serialization;
    private final Map<String, FieldNote> notes;

    /** In BINARY2, the most compact one, which alone has a place for every missing value. */
    public VotableWriter() {
        this(Serialization.BINARY2, Map.of());
    }

    private VotableWriter(Serialization serialization, Map<String, FieldNote> notes) {
        this.serialization = serialization;
        this.notes = Map.copyOf(notes);
    }

    @Override
    public List<String> serializations() {
        return Arrays.stream(Serialization.values()).map(Serialization::label).toList();
    }

    @Override
    public TableWriter serialized(String name, Map<String, FieldNote> about) {
        return new VotableWriter(Serialization.valueOf(name.toUpperCase(Locale.ROOT)), about);
    }

    @Override
    public FormatName format() {
        return new FormatName("votable");
    }

    @Override
    public String mediaType() {
        return "application/x-votable+xml;serialization=" + serialization.label();
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
        return FlattenedColumns.open(header, flat -> serialization.open(out, flat, notes));
    }

    /** Texts and lists by what is usual. */
    private static double bytes(Column column) {
        Datatype type = Datatype.of(column);
        return type.varies() ? 4 + 8.0 * type.width() : (double) type.elements() * type.width();
    }
}
