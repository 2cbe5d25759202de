package org.heralddata.formats.text;

import java.util.Locale;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.Recognition;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Tells tables from other JSON, by the first bytes: settings, citations and notebooks are none. */
final class JsonRecognition {
    private int columns;
    private int tables;
    private int others;
    private boolean lines;
    private boolean cut;

    private JsonRecognition() {}

    static Recognition judge(FileHead head) {
        TextHead text = TextHead.of(head.bytes(), false);
        if (text.isBinary() || text.bytes().length == 0) {
            return Recognition.NO;
        }
        String start = text.lines().stream()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Recognition.NO;
        }
        var found = new JsonRecognition();
        try (JsonParser json = Json.of(text.bytes())) {
            if (HeraldJson.head(json, "t") != null) {
                return Recognition.BY_CONTENT;
            }
        } catch (JacksonException foreign) {
            // looked at again below
        }
        try (JsonParser json = Json.of(text.bytes())) {
            found.look(json);
        } catch (JacksonException end) {
            found.cut = true;
        }
        return found.verdict(text.bytes().length >= FileHead.LENGTH, head.name().toLowerCase(Locale.ROOT));
    }

    private Recognition verdict(boolean more, String name) {
        if (cut && !more) {
            return Recognition.NO;
        }
        boolean byName = name.matches(".*\\.(json|jsonl|ndjson)(\\.gz)?");
        if (lines || (others == 0 && tables > 0 && columns == 0) || (others == 0 && tables == 0 && columns > 1)) {
            return Recognition.BY_CONTENT;
        }
        boolean firstColumn = others == 0 && tables == 0 && columns == 1;
        boolean firstLine = cut && more && name.matches(".*\\.(jsonl|ndjson)(\\.gz)?");
        return (byName && firstColumn) || firstLine ? Recognition.BY_NAME : Recognition.NO;
    }

    private void look(JsonParser json) {
        if (json.nextToken() == JsonToken.START_ARRAY) {
            tables += json.nextToken() == JsonToken.START_OBJECT ? 1 : 0;
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY) {
                array(json);
            } else if (value == JsonToken.START_OBJECT) {
                numbered(json);
            }
        }
        lines = json.nextToken() == JsonToken.START_OBJECT;
    }

    private void array(JsonParser json) {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_OBJECT) {
            tables++;
            json.skipChildren();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                json.skipChildren();
            }
            return;
        }
        columns++;
        boolean text = first == JsonToken.VALUE_STRING;
        for (JsonToken t = first; t != JsonToken.END_ARRAY; t = json.nextToken()) {
            if (t.isStructStart()) {
                json.skipChildren();
            } else if (t != JsonToken.VALUE_NULL && (t == JsonToken.VALUE_STRING) != text) {
                others++;
            }
        }
    }

    /** An object of values under the keys 0, 1, 2 … as pandas writes a column. */
    private void numbered(JsonParser json) {
        boolean column = false;
        int index = 0;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            column = json.currentName().equals(Integer.toString(index++)) && (column || index == 1);
            if (!column) {
                others++;
            }
            if (json.nextToken().isStructStart()) {
                json.skipChildren();
            }
            columns += column && index == 1 ? 1 : 0;
        }
    }
}
