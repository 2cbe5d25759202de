package org.heralddata.serve.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.query.Export;
import org.heralddata.query.RowStream;
import org.heralddata.spi.TableHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** JSON as Herald writes it; every other format as lines with commas, enough to see which rows a download has. */
record FakeExport(RowStream rows, String format) implements Export {

    @Override
    public String mediaType() {
        return format.equals("json") ? "application/json" : "text/csv";
    }

    @Override
    public String fileName() {
        return "toy." + format;
    }

    @Override
    public TableHeader header() {
        return new TableHeader("events", "", OptionalLong.empty(), rows.columns(), new LinkedHashMap<>());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var cells = new ArrayList<List<Cell>>();
        for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
            for (int row = 0; row < batch.rows(); row++) {
                cells.add(row(batch, row));
            }
        }
        out.write((format.equals("json") ? json(cells) : lines(cells)).getBytes(StandardCharsets.UTF_8));
    }

    private List<Cell> row(Batch batch, int row) {
        return IntStream.range(0, rows.columns().size())
                .mapToObj(i -> Cell.of(
                        batch.vectors().get(i), row, rows.columns().get(i).type()))
                .toList();
    }

    private String lines(List<List<Cell>> cells) {
        var out = new StringBuilder(String.join(
                        ",", rows.columns().stream().map(Column::name).toList()))
                .append('\n');
        for (List<Cell> row : cells) {
            out.append(String.join(",", row.stream().map(Cell::text).toList())).append('\n');
        }
        return out.toString();
    }

    private String json(List<List<Cell>> cells) {
        var columns = rows.columns().stream()
                .map(c -> Map.of("name", c.name(), "type", c.type().label()))
                .toList();
        var values = new ArrayList<List<@Nullable Object>>();
        for (List<Cell> row : cells) {
            var line = new ArrayList<@Nullable Object>();
            row.forEach(
                    cell -> line.add(cell.none() ? null : cell.number() ? Double.valueOf(cell.text()) : cell.text()));
            values.add(line);
        }
        return JsonMapper.builder().build().writeValueAsString(Map.of("columns", columns, "rows", values));
    }

    @Override
    public void close() {
        rows.close();
    }
}
