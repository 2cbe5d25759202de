package org.heralddata.formats.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.formats.text.JsonTable.Form;
import org.heralddata.model.table.Column;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** JSON as Herald writes it: {@code table}, {@code description}, {@code metadata}, {@code columns}, then {@code rows}. */
final class HeraldJson {

    private HeraldJson() {}

    /** The table; null if the JSON is not of this form. */
    static @Nullable JsonTable of(TextSource source) throws IOException {
        try (JsonParser json = Json.open(source, 0)) {
            JsonTable head = head(json, source.tableName());
            if (head == null) {
                return null;
            }
            Set<String> names = new HashSet<>();
            for (Column column : head.columns()) {
                if (!names.add(column.name())) {
                    throw Json.noTable(
                            source,
                            "two columns are called `%s`".formatted(column.name()),
                            "give each a name of its own");
                }
            }
            long rows = 0;
            while (json.nextToken() == JsonToken.START_ARRAY) {
                json.skipChildren();
                rows++;
            }
            if (json.currentToken() != JsonToken.END_ARRAY) {
                throw Json.noTable(source, "row %d is no array".formatted(rows + 1), "rows are arrays of values");
            }
            if (json.nextToken() != JsonToken.END_OBJECT) {
                throw Json.noTable(source, "more JSON follows the rows", "let the rows come last");
            }
            return new JsonTable(
                    head.name(), Form.ARRAYS, head.offset(), rows, head.columns(), List.of(), head.metadata());
        } catch (JacksonException damaged) {
            throw Json.refusal(source, damaged);
        }
    }

    /** What stands above the rows, with the parser left at the opening bracket of the rows; null if it is not this form. */
    static @Nullable JsonTable head(JsonParser json, String otherwise) {
        String name = otherwise;
        var metadata = new LinkedHashMap<String, String>();
        List<Column> columns = new ArrayList<>();
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            switch (key) {
                case "table" -> {
                    if (value != JsonToken.VALUE_STRING) {
                        return null;
                    }
                    name = json.getString().isEmpty() ? otherwise : json.getString();
                }
                case "description" -> metadata.put("description", String.valueOf(json.getString()));
                case "metadata" -> {
                    if (value != JsonToken.START_OBJECT || !texts(json, metadata)) {
                        return null;
                    }
                }
                case "columns" -> {
                    if (value != JsonToken.START_ARRAY || !columns(json, columns)) {
                        return null;
                    }
                }
                case "rows" -> {
                    boolean good = value == JsonToken.START_ARRAY && !columns.isEmpty();
                    long offset = json.currentTokenLocation().getByteOffset();
                    return good ? new JsonTable(name, Form.ARRAYS, offset, 0, columns, List.of(), metadata) : null;
                }
                default -> {
                    return null;
                }
            }
        }
        return null;
    }

    private static boolean texts(JsonParser json, Map<String, String> into) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                return false;
            }
            into.put(key, json.getString());
        }
        return true;
    }

    private static boolean columns(JsonParser json, List<Column> into) {
        try {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                into.add(HeraldHeader.column(json));
            }
            return json.currentToken() == JsonToken.END_ARRAY;
        } catch (IllegalArgumentException foreign) {
            return false;
        }
    }
}
