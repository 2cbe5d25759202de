package org.heralddata.formats.votable.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.FieldNote;
import org.heralddata.spi.OverflowSink;
import org.heralddata.spi.TableHeader;
import org.jspecify.annotations.Nullable;

/** How rows stand in a VOTable (VOTable 1.4, section 5). */
enum Serialization {
    BINARY2("<BINARY2>\n<STREAM encoding=\"base64\">\n", "\n</STREAM>\n</BINARY2>\n"),
    BINARY("<BINARY>\n<STREAM encoding=\"base64\">\n", "\n</STREAM>\n</BINARY>\n"),
    TABLEDATA("<TABLEDATA>\n", "</TABLEDATA>\n");

    private final String before;
    private final String after;

    Serialization(String before, String after) {
        this.before = before;
        this.after = after;
    }

    String before() {
        return before;
    }

    String after() {
        return after;
    }

    /** As in media types. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How cells are declared and stored. */
    Datatype datatype(Column column, @Nullable FieldNote note) {
        if (note != null
                && note.ascii()
                && column.type() == ColumnType.STRING
                && column.shape().isScalar()) {
            return Datatype.ASCII;
        }
        return Datatype.of(this == BINARY && column.shape().isScalar() ? widened(column) : column);
    }

    /** BINARY has no mask: the next wider integer has room for a marker that is nobody's value. */
    private static Column widened(Column column) {
        ColumnType type = switch (column.type()) {
            case UINT8 -> ColumnType.INT16;
            case INT16 -> ColumnType.INT32;
            case INT32 -> ColumnType.INT64;
            default -> column.type();
        };
        return new Column(column.name(), type, column.shape(), column.unit(), column.ucd(), column.description());
    }

    OverflowSink open(OutputStream out, TableHeader header, Map<String, FieldNote> notes) throws IOException {
        Markup.Frame frame = Markup.frame(header, this, notes);
        out.write(frame.before().getBytes(StandardCharsets.UTF_8));
        return this == TABLEDATA
                ? new TextSink(out, header.columns(), frame)
                : new BinarySink(out, header.columns(), notes, frame);
    }
}
