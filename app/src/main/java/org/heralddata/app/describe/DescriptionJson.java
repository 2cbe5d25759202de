package org.heralddata.app.describe;

import java.io.OutputStream;
import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes a description as JSON; its form is a contract (DESIGN, {@code describe --json}). */
final class DescriptionJson {

    private DescriptionJson() {}

    static void write(FileDescription description, OutputStream out) {
        var context = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        };
        try (JsonGenerator json = new JsonFactory().createGenerator(context, out)) {
            json.writeStartObject();
            json.writeStringProperty("file", description.file());
            json.writeStringProperty("format", description.format());
            metadata(json, description.metadata());
            json.writeArrayPropertyStart("tables");
            for (var table : description.tables()) {
                table(json, table);
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("notices");
            description.notices().forEach(notice -> json.writeString(notice.message()));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void table(JsonGenerator json, FileDescription.TableDescription table) {
        json.writeStartObject();
        json.writeStringProperty("name", table.name());
        OptionalLong rows = table.rows();
        if (rows.isPresent()) {
            json.writeNumberProperty("rows", rows.getAsLong());
        } else {
            json.writeNullProperty("rows");
        }
        metadata(json, table.metadata());
        json.writeArrayPropertyStart("columns");
        for (ColumnSummary summary : table.columns()) {
            column(json, summary, table.counted());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void column(JsonGenerator json, ColumnSummary summary, boolean counted) {
        Column column = summary.column();
        json.writeStartObject();
        json.writeStringProperty("name", column.name());
        json.writeStringProperty("type", column.type().label());
        json.writeArrayPropertyStart("shape");
        for (int size : column.shape().sizes()) {
            if (size == Shape.VARIES) {
                json.writeNull();
            } else {
                json.writeNumber(size);
            }
        }
        json.writeEndArray();
        text(json, "unit", column.unit());
        text(json, "ucd", column.ucd());
        text(json, "description", column.description());
        if (counted) {
            json.writeNumberProperty("count", summary.count());
            json.writeNumberProperty("finite", summary.finite());
            value(json, "min", summary.min());
            value(json, "max", summary.max());
            value(json, "sum", summary.sum());
            value(json, "first", summary.first());
            value(json, "last", summary.last());
        }
        json.writeEndObject();
    }

    private static void metadata(JsonGenerator json, SequencedMap<String, String> entries) {
        json.writeObjectPropertyStart("metadata");
        entries.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    /** Numbers that JSON lacks (NaN and the infinities) are written as null. */
    private static void value(JsonGenerator json, String name, @Nullable Object value) {
        json.writeName(name);
        switch (value) {
            case null -> json.writeNull();
            case Boolean truth -> json.writeBoolean(truth);
            case Long number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case Double number when Double.isFinite(number) -> json.writeNumber(number);
            case Double _ -> json.writeNull();
            default -> json.writeString(value.toString());
        }
    }
}
