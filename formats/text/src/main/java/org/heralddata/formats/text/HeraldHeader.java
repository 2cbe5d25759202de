package org.heralddata.formats.text;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.TableHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The comment lines that Herald puts above a text table, to keep types, units, UCDs, descriptions and metadata:
 * {@code herald-table: 1}, then {@code key: value}, then one {@code column: {…}} a column.
 *
 * @param columns  typed
 * @param metadata with the table's name as {@code table}, its description as {@code description}
 */
record HeraldHeader(List<Column> columns, SequencedMap<String, String> metadata) {
    static final String MARK = "herald-table: 1";
    private static final JsonFactory JSON = new JsonFactory();

    /** The lines without comment marks. */
    static List<String> lines(TableHeader header) {
        var lines = new ArrayList<String>();
        lines.add(MARK);
        lines.add(entry("table", header.name()));
        if (!header.description().isEmpty()) {
            lines.add(entry("description", header.description()));
        }
        header.metadata().forEach((key, value) -> lines.add(entry(key, value)));
        header.columns().forEach(column -> lines.add("column: " + json(column)));
        return lines;
    }

    private static String entry(String key, String value) {
        boolean plain = !value.startsWith("\"")
                && value.equals(value.strip())
                && value.chars().noneMatch(Character::isISOControl);
        return key + ": " + (plain ? value : quote(value));
    }

    private static String quote(String value) {
        var out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeString(value);
        }
        return out.toString();
    }

    static String json(Column column) {
        var out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            write(json, column);
        }
        return out.toString();
    }

    static void write(JsonGenerator json, Column column) {
        json.writeStartObject();
        json.writeStringProperty("name", column.name());
        json.writeStringProperty("type", column.type().label());
        json.writeName("shape");
        json.writeStartArray();
        for (int size : column.shape().sizes()) {
            if (size == Shape.VARIES) {
                json.writeNull();
            } else {
                json.writeNumber(size);
            }
        }
        json.writeEndArray();
        writeIfKnown(json, "unit", column.unit());
        writeIfKnown(json, "ucd", column.ucd());
        writeIfKnown(json, "description", column.description());
        json.writeEndObject();
    }

    private static void writeIfKnown(JsonGenerator json, String key, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(key, value);
        }
    }

    /** What the lines declare; null if they are not Herald's or have been damaged. */
    static @Nullable HeraldHeader of(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(MARK)) {
            return null;
        }
        var columns = new ArrayList<Column>();
        var metadata = new LinkedHashMap<String, String>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                continue;
            }
            String value = line.substring(colon + 1).strip();
            try {
                if (line.startsWith("column: {")) {
                    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), value)) {
                        json.nextToken();
                        columns.add(column(json));
                    }
                } else {
                    metadata.put(line.substring(0, colon), value.startsWith("\"") ? unquote(value) : value);
                }
            } catch (JacksonException | IllegalArgumentException damaged) {
                return null;
            }
        }
        return columns.isEmpty() ? null : new HeraldHeader(List.copyOf(columns), metadata);
    }

    private static String unquote(String value) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), value)) {
            json.nextToken();
            return json.getString();
        }
    }

    /**
     * Reads one column from its opening brace to its closing brace.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Column column(JsonParser json) {
        String name = "";
        String type = "";
        var sizes = new ArrayList<Integer>();
        var texts = new LinkedHashMap<String, String>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            switch (key) {
                case "name" -> name = String.valueOf(json.getString());
                case "type" -> type = String.valueOf(json.getString());
                case "shape" -> {
                    while (value == JsonToken.START_ARRAY && json.nextToken() != JsonToken.END_ARRAY) {
                        sizes.add(json.currentToken() == JsonToken.VALUE_NULL ? Shape.VARIES : json.getIntValue());
                    }
                }
                default -> {
                    if (value == JsonToken.VALUE_STRING) {
                        texts.put(key, json.getString());
                    } else {
                        json.skipChildren();
                    }
                }
            }
        }
        return new Column(
                name,
                ColumnType.valueOf(type.toUpperCase(Locale.ROOT)),
                new Shape(sizes),
                texts.get("unit"),
                texts.get("ucd"),
                texts.get("description"));
    }
}
