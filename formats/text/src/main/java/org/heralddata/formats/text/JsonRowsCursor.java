package org.heralddata.formats.text;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.formats.text.JsonTable.Form;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.TableCursor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Rows of JSON that holds them one after the other, as objects or as arrays. */
final class JsonRowsCursor implements TableCursor {
    private static final long HEAVY = 1 << 24;

    private final TextSource source;
    private final JsonTable table;
    private final List<JsonCells> cells;
    private final Map<String, JsonCells> byName = new LinkedHashMap<>();
    private final JsonParser json;
    private long done;
    /** Rows of the batch that are complete. */
    private int rows;

    private boolean ended;

    JsonRowsCursor(TextSource source, JsonTable table, List<JsonCells> cells) throws IOException {
        this.source = source;
        this.table = table;
        this.cells = cells;
        cells.forEach(c -> byName.put(c.column().name(), c));
        this.json = Json.open(source, table.offset());
        if (table.form() != Form.LINES) {
            json.nextToken();
        }
    }

    @Override
    public @Nullable Batch next() throws IOException {
        rows = 0;
        try {
            while (!ended && rows < Batch.ROWS && ((rows & 63) != 63 || weight() < HEAVY)) {
                JsonToken token = json.nextToken();
                if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
                    ended = true;
                    break;
                }
                if (token == JsonToken.START_ARRAY) {
                    array();
                } else {
                    object("");
                }
                rows++;
                done++;
                for (JsonCells column : cells) {
                    column.fillTo(rows);
                }
            }
        } catch (JacksonException damaged) {
            throw Json.refusal(source, damaged);
        }
        return rows == 0
                ? null
                : new Batch(rows, cells.stream().map(JsonCells::take).toList());
    }

    private long weight() {
        return cells.stream().mapToLong(JsonCells::weight).sum();
    }

    private void object(String prefix) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = prefix + json.currentName();
            if (json.nextToken() == JsonToken.START_OBJECT) {
                object(path + ".");
            } else {
                put(JsonSurvey.named(path));
            }
        }
    }

    private void array() {
        int place = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (place >= table.columns().size()) {
                throw wrong("row %d has more values than the %d columns".formatted(done + 1, place));
            }
            put(table.columns().get(place++).name());
        }
        if (place != table.columns().size()) {
            throw wrong("row %d has %d values for %d columns"
                    .formatted(done + 1, place, table.columns().size()));
        }
    }

    private void put(String name) {
        JsonCells column = byName.get(name);
        if (column == null) {
            json.skipChildren();
        } else if (column.rows() > rows) {
            throw wrong("row %d gives `%s` twice".formatted(done + 1, name));
        } else if (!column.add(json)) {
            throw wrong("a value in row %d is none of column `%s` (%s)"
                    .formatted(done + 1, name, column.column().type().label()));
        }
    }

    private Refusal wrong(String message) {
        long offset = json.currentTokenLocation().getByteOffset() + table.offset();
        return new Refusal(
                Diagnostic.error(TextCode.BAD_VALUE, message, new Location.InFile(source.name(), table.name(), offset))
                        .helped("correct the row or the declared columns"));
    }

    @Override
    public void close() {
        json.close();
    }
}
