package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import org.heralddata.app.RunHerald;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableHeader;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists of lists from a file through the release to what a user asks. */
@TestInstance(Lifecycle.PER_CLASS)
class NestedListsIT {
    private static final String TABLE = "/api/v1/collections/waves/tables/events";
    private static final List<List<@Nullable Object>> ROWS = List.of(
            Tables.row(1L, Tables.row(List.of(1.0, 2.5), List.of(), List.of(-3.0))),
            Tables.row(2L, null),
            Tables.row(3L, List.of()),
            Tables.row(4L, Tables.row(null, List.of(4.0))));

    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        List<Column> columns = List.of(
                Column.of("id", ColumnType.INT64),
                Column.of("volts", ColumnType.FLOAT32)
                        .withShape(Shape.of(Shape.VARIES, Shape.VARIES))
                        .withUnit("mV"));
        var header = new TableHeader("events", "", OptionalLong.of(ROWS.size()), columns, new LinkedHashMap<>());
        byte[] bytes = Tables.write(
                Formats.installed().writer("parquet").orElseThrow(), header, List.of(Tables.batch(columns, ROWS)));
        Files.write(folder.resolve("events.parquet"), bytes);
    }

    @Test
    void describeTellsTheirShapeAndCountsAllElements() {
        var outcome =
                RunHerald.with("describe", folder.resolve("events.parquet").toString(), "--json", "--stats");
        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode volts = JsonMapper.shared()
                .readTree(outcome.out())
                .path("tables")
                .get(0)
                .path("columns")
                .get(1);
        assertThat(volts.path("shape").toString()).isEqualTo("[null,null]");
        assertThat(volts.path("count").asInt()).isEqualTo(4);
        assertThat(volts.path("min").asDouble()).isEqualTo(-3);
        assertThat(volts.path("max").asDouble()).isEqualTo(4);
        assertThat(volts.path("sum").asDouble()).isEqualTo(4.5);
        assertThat(volts.path("first").asDouble()).isEqualTo(1);
        assertThat(volts.path("last").asDouble()).isEqualTo(4);
    }

    @Test
    void releaseKeepsThemForSelectionsHistogramsAndRows() throws Exception {
        Path descriptor = Files.writeString(folder.resolve("collection.yaml"), """
                herald: 1
                id: waves
                title: Waveforms
                description: Made by a test.
                messenger: cosmic-ray
                creators: [{name: Herald}]
                licence: CC0-1.0
                tables:
                  events:
                    description: One row an event
                    source: {files: events.parquet}
                    key: [id]
                    columns:
                      - {name: id, source: id, ucd: meta.id, description: Number}
                      - {name: volts, source: volts, unit: V, source_unit: mV, ucd: phys.electField, description: Traces}
                """);
        Path home = folder.resolve("home");
        var outcome = RunHerald.with("ingest", descriptor.toString(), "--home", home.toString());
        assertThat(outcome.status()).as(outcome.err()).isZero();
        try (ServedHome served = ServedHome.open(home)) {
            JsonNode table = served.json(TABLE);
            JsonNode volts = table.path("columns")
                    .valueStream()
                    .filter(c -> c.path("name").asString().equals("volts"))
                    .findFirst()
                    .orElseThrow();
            assertThat(volts.path("shape").toString()).isEqualTo("[null,null]");
            assertThat(served.json(TABLE + "/rows?columns=id,volts&order=id")
                            .path("rows")
                            .toString())
                    .isEqualTo("[[1,[[0.001,0.0025],[],[-0.003]]],[2,null],[3,[]],[4,[null,[0.004]]]]");
            JsonNode histogram = served.json(TABLE + "/histogram?column=volts&bins=2&min=-0.005&max=0.005");
            assertThat(histogram.path("counts").toString()).isEqualTo("[1,3]");
            assertThat(count(served, "any(volts > 0.002)")).isEqualTo(2);
            assertThat(count(served, "any(volts < 0)")).isEqualTo(1);
            assertThat(count(served, "length(volts) > 1")).isEqualTo(2);
            for (String format : List.of("csv", "fits", "hdf5", "json", "parquet", "tsv", "votable")) {
                Path file = served.download(TABLE + "/rows?format=" + format, folder.resolve("waves." + format));
                assertThat(file).as(format).isNotEmptyFile();
            }
        }
    }

    private static long count(ServedHome served, String selection) throws IOException, InterruptedException {
        return served.json(TABLE + "/count?" + ServedHome.where(selection))
                .path("rows")
                .asLong();
    }
}
