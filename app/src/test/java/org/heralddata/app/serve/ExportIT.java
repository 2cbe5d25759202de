package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Shape;
import org.heralddata.testkit.Oracle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is exported is read back equal by astropy, h5py and pyarrow, and says what it is. */
@TestInstance(Lifecycle.PER_CLASS)
class ExportIT {
    private static final String ROWS_OF = "/api/v1/collections/toy/tables/events/rows?";

    @TempDir
    private Path folder;

    private ServedHome served;

    @BeforeAll
    void publish(@TempDir Path home) {
        served = ServedHome.open(home.resolve("home"));
        EveryType.publish(served.home());
    }

    @AfterAll
    void close() {
        served.close();
    }

    private static final int SELECTED = 2_000;
    private static final String SELECTION = "ze < 20 deg and n > " + (Long.MAX_VALUE - 5_807);

    /** What the rows of the selection hold, as {@code read_back.py} wants it. */
    private Path truth() throws IOException {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int k = 0; k < EveryType.ROWS; k++) {
            List<@Nullable Object> row = EveryType.row(k);
            if (k % 600 < 200 && k < 5_807) {
                row.replaceAll(v -> v instanceof Double d && d.isNaN() ? "NaN" : v);
                if (row.get(EveryType.BIG) instanceof Long bits) {
                    row.set(EveryType.BIG, new BigInteger(Long.toUnsignedString(bits)));
                }
                rows.add(row);
            }
        }
        assertThat(rows).hasSize(SELECTED);
        var columns = EveryType.COLUMNS.stream()
                .map(c -> Map.of("name", c.name(), "type", c.type().label(), "shape", Arrays.asList(sizes(c.shape()))))
                .toList();
        var told = List.of("CC-BY-4.0", "10.1000/182", "ze < 20 deg", "Doe", "r1");
        Path file = folder.resolve("truth.json");
        JsonMapper.shared().writeValue(file, Map.of("columns", columns, "rows", rows, "told", told));
        return file;
    }

    private static @Nullable Integer[] sizes(Shape shape) {
        return shape.sizes().stream().map(n -> n == Shape.VARIES ? null : n).toArray(Integer[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "csv, format=csv, csv, numpy",
        "json, format=json, json, numpy",
        "votable, format=votable, vot, astropy",
        "fits, format=fits, fits, astropy",
        "hdf5, format=hdf5, h5, h5py",
        "hdf5, format=hdf5&deflate=0, h5, h5py",
        "compound, format=hdf5&layout=compound&deflate=4, h5, h5py",
        "root, format=root, root, uproot",
        "root, format=root&compression=zstd&level=3, root, uproot",
        "root, format=root&compression=lz4, root, uproot",
        "rntuple, format=rntuple, rntuple.root, uproot",
        "rntuple, format=rntuple&compression=zlib, rntuple.root, uproot",
        "parquet, format=parquet, parquet, pyarrow"
    })
    void everyValueIsReadBackEqual(String form, String asked, String extension, String oracle) throws Exception {
        Path file = served.download(
                ROWS_OF + asked + "&" + ServedHome.where(SELECTION), folder.resolve("all." + extension));
        String script;
        try (var resource = Objects.requireNonNull(ExportIT.class.getResourceAsStream("read_back.py"))) {
            script = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
        String compared = Oracle.python("numpy", oracle).run(script, form, truth(), file);
        assertThat(compared).isEqualTo(Integer.toString(SELECTED * EveryType.COLUMNS.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "fits", "hdf5", "json", "parquet", "rntuple", "root", "tsv", "votable"})
    void exportsListsAndEmptySelectionsInEveryFormat(String format) throws Exception {
        Path lists = served.download(
                ROWS_OF + "columns=uuid,edep&limit=10000&format=" + format, folder.resolve("lists." + format));
        Path none = served.download(
                ROWS_OF + ServedHome.where("ze > 90") + "&format=" + format, folder.resolve("none." + format));
        assertThat(lists).isNotEmptyFile();
        assertThat(none).isNotEmptyFile();
    }

    @Test
    void refusesChoicesThatTheFormatDoesNotLeave() throws Exception {
        JsonNode wrong = served.problem(ROWS_OF + "format=hdf5&layout=compund&deflate=10", 400);
        assertThat(wrong.path("code").asString()).isEqualTo("F002");
        assertThat(wrong.path("errors").toString()).contains("`deflate`", "did you mean `compound`?");
        JsonNode foreign = served.problem(ROWS_OF + "format=csv&layout=compound", 400);
        assertThat(foreign.path("code").asString()).isEqualTo("F001");
        JsonNode unknown = served.problem(ROWS_OF + "format=hdf5&layuot=compound", 400);
        assertThat(unknown.path("code").asString()).isEqualTo("R002");
        assertThat(unknown.path("help").asString()).isEqualTo("did you mean `layout`?");
        JsonNode lists = served.problem(ROWS_OF + "format=hdf5&layout=compound&columns=edep", 400);
        assertThat(lists.path("code").asString()).isEqualTo("F405");
        assertThat(served.problem("/api/v1/files?layout=compound", 400)
                        .path("code")
                        .asString())
                .isEqualTo("F001");
    }

    @Test
    void describesTheChoicesOfFormatsToPrograms() throws Exception {
        JsonNode rows = served.json("/api/v1/openapi.json")
                .path("paths")
                .path("/api/v1/collections/{collection}/tables/{table}/rows");
        var names = new ArrayList<String>();
        for (JsonNode parameter : rows.path("get").path("parameters")) {
            names.add(parameter.path("name").asString());
            if (names.getLast().equals("layout")) {
                assertThat(parameter.path("schema").path("enum").toString()).isEqualTo("[\"columns\",\"compound\"]");
                assertThat(parameter.path("description").asString()).startsWith("Of hdf5: ");
            }
            if (names.getLast().equals("format")) {
                assertThat(parameter.path("schema").path("enum").toString()).contains("\"rntuple\"", "\"root\"");
            }
        }
        assertThat(names).contains("layout", "deflate", "shuffle", "compression", "level");
        assertThat(names).doesNotHaveDuplicates();
        assertThat(rows.path("post")
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema")
                        .path("properties")
                        .has("layout"))
                .isTrue();
    }

    @Test
    void sendsAnRNTupleToThoseWhoAcceptIt() throws Exception {
        assertThat(served.contentName(ROWS_OF + "limit=1", "application/x-root;class=rntuple"))
                .contains("toy-events-r1.rntuple.root");
        assertThat(served.contentName(ROWS_OF + "limit=1", "application/x-root"))
                .contains("toy-events-r1.root");
    }

    @Test
    void estimatesAreOfTheRightOrder() throws Exception {
        // Without the times within lists, which in this table compress to nearly nothing.
        String columns = "columns=%s"
                .formatted(EveryType.COLUMNS.stream()
                        .map(Column::name)
                        .filter(name -> !name.equals("moments"))
                        .collect(Collectors.joining(",")));
        JsonNode count = served.json("/api/v1/collections/toy/tables/events/count?" + columns);
        assertThat(count.path("rows").asLong()).isEqualTo(EveryType.ROWS);
        for (String format : List.of("csv", "fits", "hdf5", "json", "parquet", "rntuple", "root", "tsv", "votable")) {
            long bytes = java.nio.file.Files.size(
                    served.download(ROWS_OF + columns + "&format=" + format, folder.resolve("all." + format)));
            long told = count.path("estimates").path(format).path("bytes").asLong();
            assertThat((double) told).as(format).isBetween(bytes / 3.0, bytes * 3.0);
        }
    }

    @Test
    void servesTheFilesThatTheCatalogueLists() throws Exception {
        JsonNode file = served.json("/api/v1/collections/toy/releases")
                .path("releases")
                .get(0)
                .path("files")
                .get(0);
        Path got = served.download("/files/toy/r1/" + file.path("path").asString(), folder.resolve("file.parquet"));
        assertThat(java.nio.file.Files.size(got)).isEqualTo(file.path("bytes").asLong());
        var digest = java.security.MessageDigest.getInstance("SHA-256").digest(java.nio.file.Files.readAllBytes(got));
        assertThat(java.util.HexFormat.of().formatHex(digest))
                .isEqualTo(file.path("sha256").asString());
    }

    @Test
    void keepsNanoseconds() throws Exception {
        JsonNode rows = served.json(ROWS_OF + "columns=time&limit=2&order=time");
        assertThat(rows.path("rows").toString())
                .isEqualTo("[[\"2004-01-01T00:00:00.000000001Z\"],[\"2004-01-01T00:00:01.000000008Z\"]]");
        JsonNode one = served.json(ROWS_OF + "columns=n&" + ServedHome.where("time = 2004-01-01T00:00:01.000000008"));
        assertThat(one.path("rows").toString()).isEqualTo("[[9223372036854775806]]");
    }
}
