package org.heralddata.formats.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.TableCursor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Rows of JSON that holds column after column: one parser for each, set to where its values begin. */
final class JsonColumnsCursor implements TableCursor {
    private final TextSource source;
    private final List<JsonCells> cells;
    private final List<JsonParser> parsers = new ArrayList<>();
    private long left;

    JsonColumnsCursor(TextSource source, List<JsonCells> cells, List<Long> places, long rows) throws IOException {
        this.source = source;
        this.cells = cells;
        this.left = rows;
        try {
            for (long place : places) {
                JsonParser json = Json.open(source, place);
                parsers.add(json);
                json.nextToken();
            }
        } catch (JacksonException damaged) {
            close();
            throw Json.refusal(source, damaged);
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    @Override
    public @Nullable Batch next() throws IOException {
        int rows = (int) Math.min(Batch.ROWS, left);
        if (rows == 0) {
            return null;
        }
        try {
            for (int c = 0; c < cells.size(); c++) {
                for (int r = 0; r < rows; r++) {
                    if (value(parsers.get(c)) == null || !cells.get(c).add(parsers.get(c))) {
                        throw wrong(cells.get(c));
                    }
                }
            }
        } catch (JacksonException damaged) {
            throw Json.refusal(source, damaged);
        }
        left -= rows;
        return new Batch(rows, cells.stream().map(JsonCells::take).toList());
    }

    private static @Nullable JsonToken value(JsonParser json) {
        JsonToken token = json.nextToken();
        return token == JsonToken.PROPERTY_NAME ? json.nextToken() : token;
    }

    private Refusal wrong(JsonCells column) {
        return new Refusal(Diagnostic.error(
                        TextCode.BAD_VALUE,
                        "a value is none of column `%s`"
                                .formatted(column.column().name()),
                        new Location.InFile(source.name(), column.column().name(), -1))
                .helped("the file seems to have changed while it was read; read it again"));
    }

    @Override
    public void close() {
        parsers.forEach(JsonParser::close);
    }
}
