package org.heralddata.serve.vo.registry;

import java.util.stream.Collectors;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.serve.xml.Xml;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a release as {@code vs:TableSet} (VODataService 1.2, section 3.3), columns typed as the VOTable export has
 * them.
 */
public final class Tableset {

    private Tableset() {}

    /** The element {@code tableset}. */
    public static void write(Xml xml, Release release) {
        var about = release.collection();
        xml.element(
                "tableset",
                set -> set.element("schema", schema -> {
                    schema.text("name", about.id().value());
                    schema.text("title", RecordWriter.token(about.title()));
                    release.tables().forEach(t -> schema.element("table", in -> table(in, release, t)));
                }));
    }

    private static void table(Xml xml, Release release, PublishedTable table) {
        xml.text("name", release.collection().id() + "." + table.name());
        xml.text("description", RecordWriter.token(table.description()));
        xml.text("nrows", Long.toString(table.rows()));
        table.columns().forEach(c -> xml.element("column", in -> column(in, c, table.common())));
    }

    private static void column(Xml xml, PublishedColumn column, CommonEvent common) {
        xml.text("name", column.name());
        xml.text("description", RecordWriter.token(column.description()));
        xml.text("unit", column.unit().symbol());
        xml.text("ucd", column.ucd().words());
        xml.text(
                "dataType",
                datatype(column),
                "xsi:type",
                "vs:VOTableType",
                "arraysize",
                arraysize(column),
                "extendedType",
                isTime(column) ? "timestamp" : null);
        if (column.name().equals(common.id())) {
            xml.text("flag", "primary");
        }
    }

    private static boolean isTime(PublishedColumn column) {
        return column.type() == ColumnType.TIMESTAMP && column.shape().isScalar();
    }

    private static String datatype(PublishedColumn column) {
        return switch (column.type()) {
            case BOOL -> "boolean";
            case UINT8, BYTES -> "unsignedByte";
            case INT8, INT16 -> "short";
            case INT32, UINT16 -> "int";
            case INT64, UINT32 -> "long";
            case FLOAT32 -> "float";
            case FLOAT64 -> "double";
            case STRING -> "unicodeChar";
            case UINT64, TIMESTAMP -> "char";
        };
    }

    /** VOTable 1.4, section 2.2: the last dimension may vary; null of one value. */
    private static @Nullable String arraysize(PublishedColumn column) {
        boolean text = switch (column.type()) {
            case STRING, BYTES, UINT64, TIMESTAMP -> true;
            default -> false;
        };
        Shape shape = column.shape();
        if (shape.isScalar()) {
            return text ? "*" : null;
        }
        if (text || shape.isNested()) {
            return "*";
        }
        return shape.sizes().reversed().stream()
                .map(n -> n == Shape.VARIES ? "*" : n.toString())
                .collect(Collectors.joining("x"));
    }
}
