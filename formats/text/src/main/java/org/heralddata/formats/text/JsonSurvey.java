package org.heralddata.formats.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import org.heralddata.formats.text.JsonTable.Form;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.table.Column;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads JSON once from end to end, to find its tables, their columns' types and their rows. */
final class JsonSurvey {
    private static final int MOST_COLUMNS = 10_000;

    private final TextSource source;
    private final boolean linesByName;
    private final List<Diagnostic> notices = new ArrayList<>();
    private final SequencedMap<String, String> metadata = new LinkedHashMap<>();

    /** @param linesByName true if the file's name says that each line is an object */
    JsonSurvey(TextSource source, boolean linesByName) {
        this.source = source;
        this.linesByName = linesByName;
    }

    List<Diagnostic> notices() {
        return notices;
    }

    List<JsonTable> tables() throws IOException {
        try (JsonParser json = Json.open(source, 0)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                JsonTable table = objects(json, source.tableName(), 0);
                refuseMore(json);
                return List.of(table);
            }
            if (first != JsonToken.START_OBJECT) {
                throw Json.noTable(
                        source, "the JSON is neither an array nor an object", "tables are arrays of objects");
            }
            Supplier<List<JsonTable>> members = members(json);
            if (json.nextToken() == null && !linesByName) {
                List<JsonTable> tables = members.get();
                if (tables.isEmpty()) {
                    throw Json.noTable(
                            source,
                            "the JSON is one object without arrays of values",
                            "tables are arrays of objects, objects of arrays, or an object a line");
                }
                return tables;
            }
        } catch (JacksonException damaged) {
            throw Json.refusal(source, damaged);
        }
        return List.of(lines());
    }

    private void refuseMore(JsonParser json) {
        if (json.nextToken() != null) {
            throw Json.noTable(source, "more JSON follows the array", "keep one array in a file, or an object a line");
        }
    }

    private JsonTable lines() throws IOException {
        notices.clear();
        metadata.clear();
        try (JsonParser json = Json.open(source, 0)) {
            Map<String, JsonProfile> profiles = new LinkedHashMap<>();
            long rows = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw Json.noTable(source, "value %d is no object".formatted(rows + 1), "write an object a line");
                }
                profile(json, "", profiles);
                rows++;
            }
            return table(source.tableName(), Form.LINES, 0, rows, profiles);
        } catch (JacksonException damaged) {
            throw Json.refusal(source, damaged);
        }
    }

    /** From behind the opening bracket to the closing one. */
    private JsonTable objects(JsonParser json, String name, long offset) {
        Map<String, JsonProfile> profiles = new LinkedHashMap<>();
        long rows = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw Json.noTable(
                        source,
                        "element %d of the array is no object".formatted(rows + 1),
                        "tables are arrays of objects");
            }
            profile(json, "", profiles);
            rows++;
        }
        return table(name, Form.OBJECTS, offset, rows, profiles);
    }

    private void profile(JsonParser json, String prefix, Map<String, JsonProfile> profiles) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = named(prefix + json.currentName());
            if (json.nextToken() == JsonToken.START_OBJECT) {
                profile(json, path + ".", profiles);
            } else {
                profiles.computeIfAbsent(path, p -> new JsonProfile()).add(json);
                if (profiles.size() > MOST_COLUMNS) {
                    throw Json.noTable(
                            source,
                            "the objects have more than %d keys".formatted(MOST_COLUMNS),
                            "keys must be columns");
                }
            }
        }
    }

    /**
     * The members of an object: columns, or tables of their own; single values are metadata. Judged only once it is known
     * that no second object follows.
     */
    private Supplier<List<JsonTable>> members(JsonParser json) {
        var tables = new ArrayList<Supplier<JsonTable>>();
        var columns = new LinkedHashMap<String, JsonProfile>();
        var places = new LinkedHashMap<String, Long>();
        var sizes = new LinkedHashMap<String, Long>();
        Set<String> keys = new HashSet<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = named(json.currentName());
            JsonToken value = json.nextToken();
            long offset = json.currentTokenLocation().getByteOffset();
            if (!value.isStructStart()) {
                metadata.put(key, String.valueOf(json.getString()));
                continue;
            }
            if (!keys.add(key)) {
                throw Json.noTable(source, "the object gives `%s` twice".formatted(key), "keys must be unique");
            }
            JsonToken end = value == JsonToken.START_ARRAY ? JsonToken.END_ARRAY : JsonToken.END_OBJECT;
            var profile = new JsonProfile();
            long size = 0;
            boolean deep = false;
            for (JsonToken t = element(json, value); t != end; t = element(json, value)) {
                if (t == JsonToken.START_OBJECT && value == JsonToken.START_ARRAY && size == 0) {
                    tables.add(objectsAfterFirst(json, key, offset));
                    deep = true;
                    break;
                }
                deep |= t == JsonToken.START_OBJECT;
                if (t == JsonToken.START_OBJECT) {
                    json.skipChildren();
                } else {
                    profile.add(json);
                }
                size++;
            }
            if (!deep) {
                columns.put(key, profile);
                places.put(key, offset);
                sizes.put(key, size);
            }
        }
        return () -> {
            if (!tables.isEmpty()) {
                columns.keySet().forEach(key -> leaveOut(key, "stands beside arrays of objects"));
                return tables.stream().map(Supplier::get).toList();
            }
            return columns.isEmpty() ? List.of() : List.of(columns(columns, places, sizes));
        };
    }

    private static JsonToken element(JsonParser json, JsonToken container) {
        JsonToken token = json.nextToken();
        return container == JsonToken.START_OBJECT && token == JsonToken.PROPERTY_NAME ? json.nextToken() : token;
    }

    private Supplier<JsonTable> objectsAfterFirst(JsonParser json, String name, long offset) {
        Map<String, JsonProfile> profiles = new LinkedHashMap<>();
        long rows = 0;
        do {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw Json.noTable(
                        source,
                        "element %d of `%s` is no object as those before".formatted(rows + 1, name),
                        "tables are arrays of objects");
            }
            profile(json, "", profiles);
            rows++;
        } while (json.nextToken() != JsonToken.END_ARRAY);
        long counted = rows;
        return () -> table(name, Form.OBJECTS, offset, counted, profiles);
    }

    private JsonTable columns(Map<String, JsonProfile> profiles, Map<String, Long> places, Map<String, Long> sizes) {
        long rows = sizes.values().iterator().next();
        for (Map.Entry<String, Long> size : sizes.entrySet()) {
            if (size.getValue() != rows) {
                throw Json.noTable(
                        source,
                        "array `%s` has %d values, but the first has %d"
                                .formatted(size.getKey(), size.getValue(), rows),
                        "the arrays of a table must be equally long");
            }
        }
        JsonTable table = table(source.tableName(), Form.COLUMNS, 0, rows, profiles);
        return new JsonTable(
                table.name(),
                table.form(),
                0,
                rows,
                table.columns(),
                table.columns().stream()
                        .map(c -> places.getOrDefault(c.name(), 0L))
                        .toList(),
                table.metadata());
    }

    private JsonTable table(String name, Form form, long offset, long rows, Map<String, JsonProfile> profiles) {
        var columns = new ArrayList<Column>();
        for (Map.Entry<String, JsonProfile> entry : profiles.entrySet()) {
            JsonProfile profile = entry.getValue();
            String obstacle = profile.obstacle();
            if (obstacle != null) {
                leaveOut(entry.getKey(), obstacle);
                continue;
            }
            if (profile.isMixed()) {
                notices.add(Diagnostic.warning(
                        TextCode.MIXED_COLUMN,
                        "column `%s` holds values of several kinds; it is read as text".formatted(entry.getKey()),
                        new Location.InFile(source.name(), entry.getKey(), -1)));
            }
            HeaderName header = HeaderName.of(entry.getKey());
            String unit = header.name().equals(entry.getKey()) ? null : header.unit();
            columns.add(Column.of(entry.getKey(), profile.type())
                    .withShape(profile.shape())
                    .withUnit(unit));
        }
        if (columns.isEmpty()) {
            throw Json.noTable(
                    source,
                    "`%s` has no values that make a column".formatted(name),
                    "columns hold single values or lists");
        }
        return new JsonTable(name.isEmpty() ? "table" : name, form, offset, rows, columns, List.of(), metadata);
    }

    /** A column needs a name, a JSON key none. */
    static String named(String key) {
        return key.isEmpty() ? "column" : key;
    }

    private void leaveOut(String key, String why) {
        notices.add(Diagnostic.warning(
                TextCode.LEFT_OUT,
                "`%s` %s and was left out".formatted(key, why),
                new Location.InFile(source.name(), key, -1)));
    }
}
