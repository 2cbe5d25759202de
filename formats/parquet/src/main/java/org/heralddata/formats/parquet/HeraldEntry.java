package org.heralddata.formats.parquet;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
 * The entry {@code herald} of a Parquet file's key-value metadata: a JSON object of {@code table}, {@code description},
 * {@code metadata} and {@code columns}, each column with {@code name}, {@code shape} and, where known, {@code unit},
 * {@code ucd} and {@code description}.
 *
 * @param columns  their types are not kept here, since the file has them
 * @param metadata with the table's description, if any
 */
record HeraldEntry(String table, List<Column> columns, SequencedMap<String, String> metadata) {
    static final String KEY = "herald";
    private static final JsonFactory JSON = new JsonFactory();

    static String json(TableHeader header) {
        var out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("table", header.name());
            json.writeStringProperty("description", header.description());
            json.writeName("metadata");
            json.writeStartObject();
            header.metadata().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeName("columns");
            json.writeStartArray();
            header.columns().forEach(column -> write(json, column));
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, Column column) {
        json.writeStartObject();
        json.writeStringProperty("name", column.name());
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

    /** What an entry says; null if it is not of this form. */
    static @Nullable HeraldEntry of(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            String table = "";
            String description = "";
            List<Column> columns = List.of();
            var metadata = new LinkedHashMap<String, String>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                json.nextToken();
                switch (key) {
                    case "table" -> table = String.valueOf(json.getString());
                    case "description" -> description = String.valueOf(json.getString());
                    case "metadata" -> metadata.putAll(texts(json));
                    case "columns" -> columns = columns(json);
                    default -> json.skipChildren();
                }
            }
            if (!description.isEmpty()) {
                metadata.putIfAbsent("description", description);
            }
            return new HeraldEntry(table, columns, metadata);
        } catch (JacksonException | IllegalArgumentException foreign) {
            return null;
        }
    }

    private static SequencedMap<String, String> texts(JsonParser json) {
        var texts = new LinkedHashMap<String, String>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            if (json.nextToken().isStructStart()) {
                json.skipChildren();
            } else {
                texts.put(key, String.valueOf(json.getString()));
            }
        }
        return texts;
    }

    private static List<Column> columns(JsonParser json) {
        var columns = new ArrayList<Column>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            var sizes = new ArrayList<Integer>();
            var texts = new LinkedHashMap<String, String>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                JsonToken value = json.nextToken();
                if (key.equals("shape") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        sizes.add(json.currentToken() == JsonToken.VALUE_NULL ? Shape.VARIES : json.getIntValue());
                    }
                } else if (value == JsonToken.VALUE_STRING) {
                    texts.put(key, json.getString());
                } else {
                    json.skipChildren();
                }
            }
            columns.add(new Column(
                    texts.getOrDefault("name", ""),
                    ColumnType.BYTES,
                    new Shape(sizes),
                    texts.get("unit"),
                    texts.get("ucd"),
                    texts.get("description")));
        }
        return columns;
    }

    /** The column with what the entry says of it. */
    Column describe(Column column) {
        for (Column told : columns) {
            if (told.name().equals(column.name())
                    && told.shape().levels() == column.shape().levels()) {
                return new Column(
                        column.name(), column.type(), told.shape(), told.unit(), told.ucd(), told.description());
            }
        }
        return column;
    }
}
