package org.heralddata.store.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileField;
import org.heralddata.model.files.FileTable;
import org.heralddata.model.table.ColumnType;
import org.heralddata.store.release.RecordJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the database keeps as JSON. */
final class FileJson {
    private static final JsonMapper MAPPER = RecordJson.mapper();

    private FileJson() {}

    static String write(CollectionDescription about) {
        return MAPPER.writeValueAsString(about);
    }

    static CollectionDescription about(String json) {
        return MAPPER.readValue(json, CollectionDescription.class);
    }

    static String writeFields(List<FileField> fields) {
        return MAPPER.writeValueAsString(fields);
    }

    static List<FileField> fields(String json) {
        return MAPPER.readValue(json, new TypeReference<List<FileField>>() {});
    }

    static String writeTables(List<FileTable> tables) {
        return MAPPER.writeValueAsString(tables.stream()
                .map(table -> new FileTable(clean(table.name()), table.rows(), table.kind()))
                .toList());
    }

    static List<FileTable> tables(String json) {
        return MAPPER.readValue(json, new TypeReference<List<FileTable>>() {});
    }

    static String writeNotes(List<String> notes) {
        return MAPPER.writeValueAsString(notes.stream().map(FileJson::clean).toList());
    }

    static List<String> notes(String json) {
        return MAPPER.readValue(json, new TypeReference<List<String>>() {});
    }

    static String writeValues(Map<String, FieldValue> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((name, value) -> plain.put(
                name,
                switch (value) {
                    case FieldValue.Whole(var number) -> number;
                    case FieldValue.Real(var number) -> Double.isFinite(number) ? number : Double.toString(number);
                    case FieldValue.Text(var text) -> clean(text);
                    case FieldValue.Truth(var truth) -> truth;
                    case FieldValue.Time(var nanoseconds) -> nanoseconds;
                }));
        return MAPPER.writeValueAsString(plain);
    }

    /** Those that a collection has, of the type that it has them. */
    static SequencedMap<String, FieldValue> values(String json, FileCollection collection) {
        JsonNode node = MAPPER.readTree(json);
        SequencedMap<String, FieldValue> values = new LinkedHashMap<>();
        for (FileField field : collection.fields()) {
            FieldValue value = value(node.get(field.name()), field.type());
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        return values;
    }

    private static @Nullable FieldValue value(@Nullable JsonNode node, ColumnType type) {
        if (node == null) {
            return null;
        }
        return switch (type) {
            case FLOAT64 ->
                node.isNumber()
                        ? new FieldValue.Real(node.doubleValue())
                        : node.isString()
                                        && List.of("NaN", "Infinity", "-Infinity")
                                                .contains(node.stringValue())
                                ? new FieldValue.Real(Double.parseDouble(node.stringValue()))
                                : null;
            case INT64 -> node.canConvertToLong() ? new FieldValue.Whole(node.longValue()) : null;
            case TIMESTAMP -> node.canConvertToLong() ? new FieldValue.Time(node.longValue()) : null;
            case BOOL -> node.isBoolean() ? new FieldValue.Truth(node.booleanValue()) : null;
            default -> node.isString() ? new FieldValue.Text(node.stringValue()) : null;
        };
    }

    /** Without what PostgreSQL's texts cannot hold: zero characters and halves of surrogate pairs. */
    static String clean(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xfffd : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
