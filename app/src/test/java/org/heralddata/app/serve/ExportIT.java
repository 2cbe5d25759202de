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
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.heralddata.store.ReleaseTransaction;
import org.heralddata.store.StagedTable;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.Tables;
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
    private static final int ROWS = 20_000;
    private static final String ROWS_OF = "/api/v1/collections/toy/tables/events/rows?";
    private static final List<Column> COLUMNS = List.of(
            Column.of("uuid", ColumnType.STRING).withUcd("meta.id;meta.main"),
            Column.of("n", ColumnType.INT64).withDescription("a number beyond 2^53"),
            Column.of("small", ColumnType.INT16),
            Column.of("e", ColumnType.FLOAT32).withUnit("log(eV)").withUcd("phys.energy"),
            Column.of("ze", ColumnType.FLOAT64)
                    .withUnit("deg")
                    .withUcd("pos.az.zd")
                    .withDescription("Zenith angle"),
            Column.of("ra", ColumnType.FLOAT64).withUnit("deg").withUcd("pos.eq.ra"),
            Column.of("dec", ColumnType.FLOAT64).withUnit("deg").withUcd("pos.eq.dec"),
            Column.of("healpix", ColumnType.INT64),
            Column.of("time", ColumnType.TIMESTAMP).withUcd("time.epoch"),
            Column.of("seen", ColumnType.TIMESTAMP).withUcd("time.epoch"),
            Column.of("kind", ColumnType.STRING),
            Column.of("flag", ColumnType.BOOL),
            Column.of("big", ColumnType.UINT64),
            Column.of("edep", ColumnType.FLOAT32).withShape(Shape.LIST).withUnit("MeV"),
            Column.of("hits", ColumnType.INT32).withShape(Shape.LIST),
            Column.of("place", ColumnType.FLOAT64).withShape(Shape.of(3)).withUnit("m"),
            Column.of("corners", ColumnType.INT16).withShape(Shape.of(2)),
            Column.of("words", ColumnType.STRING).withShape(Shape.LIST),
            Column.of("waves", ColumnType.FLOAT32)
                    .withShape(Shape.of(Shape.VARIES, Shape.VARIES))
                    .withUnit("V"),
            Column.of("moments", ColumnType.TIMESTAMP).withShape(Shape.of(Shape.VARIES, Shape.VARIES)));

    private static final int BIG = COLUMNS.stream().map(Column::name).toList().indexOf("big");

    @TempDir
    private Path folder;

    private ServedHome served;

    @BeforeAll
    void publish(@TempDir Path home) {
        served = ServedHome.open(home.resolve("home"));
        try (ReleaseTransaction release = served.home().begin(new CollectionId("toy"), Optional.of("r1"))) {
            StagedTable table = release.table("events", COLUMNS, SortOrder.TIME, "time");
            for (int from = 0; from < ROWS; from += Batch.ROWS) {
                table.append(batch(from, Math.min(Batch.ROWS, ROWS - from)));
            }
            table.finish();
            release.commit(about(), "herald test", "herald: 1\n", List.of(published()), List.of(), List.of());
        }
    }

    @AfterAll
    void close() {
        served.close();
    }

    /** Every seventh value or so is missing, each column at other rows; lists also are empty. */
    private static List<@Nullable Object> row(int k) {
        double ra = k * 0.018;
        double dec = 60 * Math.sin(k * 0.1);
        return Tables.row(
                "00000000-0000-5000-8000-%012d".formatted(k),
                Long.MAX_VALUE - k,
                k % 7 == 6 ? null : k % 100 - 50L,
                k % 7 == 5 ? null : k % 11 == 5 ? Double.NaN : (double) (float) (14 + k % 1000 / 300.0),
                k % 600 / 10.0,
                ra,
                dec,
                Healpix.index(29, ra, dec),
                1_072_915_200_000_000_001L + k * 1_000_000_007L,
                k % 7 == 4 ? null : -1_000_000_000_123_456_789L + k * 987_654_321_987_654L,
                k % 7 == 3 ? null : k % 7 == 2 ? "" : k % 2 == 0 ? "gamma" : "a, \"b\" <é>",
                k % 7 == 2 ? null : k % 3 == 0,
                k % 7 == 1 ? null : k * 0x9E3779B97F4A7C15L,
                k % 7 == 0 ? null : list(k % 4, i -> (double) (float) (k * 0.1 + i)),
                k % 7 == 6 ? null : list(k % 3, i -> (long) k * (i + 1) * (i % 2 == 0 ? 1 : -1)),
                k % 7 == 5 ? null : list(3, i -> 1e3 * Math.sin(k * 7919.0 + i)),
                list(2, i -> (long) (k % 1000) - 500L * i),
                k % 7 == 4 ? null : list(k % 3, i -> i == 0 ? "µ " + k : "with \"quotes\", commas"),
                k % 7 == 3 ? null : waves(k),
                k % 7 == 2 ? null : list(k % 3, i -> list((k + i) % 3, j -> 1_000_000_007L * k - j)));
    }

    /** No list, lists without values, a list that is missing. */
    private static List<@Nullable Object> waves(int k) {
        var waves = new ArrayList<@Nullable Object>(list(
                k % 4, i -> list((k + i) % 3, j -> (double) (float) (k * 0.1 - j))));
        if (k % 5 == 0 && !waves.isEmpty()) {
            waves.set(0, null);
        }
        return waves;
    }

    private static List<Object> list(int size, IntFunction<Object> element) {
        return IntStream.range(0, size).mapToObj(element).toList();
    }

    private static Batch batch(int from, int rows) {
        return Tables.batch(
                COLUMNS,
                IntStream.range(from, from + rows).mapToObj(ExportIT::row).toList());
    }

    private static CollectionDescription about() {
        return new CollectionDescription(
                new CollectionId("toy"),
                "Toy showers",
                "Showers for a test.",
                "cosmic-ray",
                null,
                null,
                null,
                List.of(new Creator("Doe, Jane", null, null)),
                new Licence("CC-BY-4.0", null),
                "10.1000/182",
                null,
                null,
                List.of(),
                List.of(),
                new Access.Open());
    }

    private static PublishedTable published() {
        var columns = new ArrayList<PublishedColumn>();
        for (Column column : COLUMNS) {
            columns.add(new PublishedColumn(
                    column.name(),
                    column.type(),
                    column.shape(),
                    new Unit(column.unit() == null ? "" : column.unit()),
                    new Ucd(column.ucd() == null ? "" : column.ucd()),
                    column.description() == null ? "" : column.description(),
                    null,
                    null,
                    false,
                    statistics(column.name())));
        }
        return new PublishedTable(
                "events",
                "Toy events",
                ROWS,
                columns,
                List.of(),
                new CommonEvent("uuid", "time", "ra", "dec", "healpix", null),
                SortOrder.TIME);
    }

    /** Of nulls and NaNs, which the engine relies on. */
    private static ColumnStatistics statistics(String column) {
        int place = COLUMNS.stream().map(Column::name).toList().indexOf(column);
        long nulls =
                IntStream.range(0, ROWS).filter(k -> row(k).get(place) == null).count();
        long nans = IntStream.range(0, ROWS)
                .filter(k -> row(k).get(place) instanceof Double d && d.isNaN())
                .count();
        return new ColumnStatistics(nulls, nans, 0, null, null);
    }

    private static final int SELECTED = 2_000;
    private static final String SELECTION = "ze < 20 deg and n > " + (Long.MAX_VALUE - 5_807);

    /** What the rows of the selection hold, as {@code read_back.py} wants it. */
    private Path truth() throws IOException {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int k = 0; k < ROWS; k++) {
            List<@Nullable Object> row = row(k);
            if (k % 600 < 200 && k < 5_807) {
                row.replaceAll(v -> v instanceof Double d && d.isNaN() ? "NaN" : v);
                if (row.get(BIG) instanceof Long bits) {
                    row.set(BIG, new BigInteger(Long.toUnsignedString(bits)));
                }
                rows.add(row);
            }
        }
        assertThat(rows).hasSize(SELECTED);
        var columns = COLUMNS.stream()
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
        assertThat(compared).isEqualTo(Integer.toString(SELECTED * COLUMNS.size()));
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
                .formatted(COLUMNS.stream()
                        .map(Column::name)
                        .filter(name -> !name.equals("moments"))
                        .collect(Collectors.joining(",")));
        JsonNode count = served.json("/api/v1/collections/toy/tables/events/count?" + columns);
        assertThat(count.path("rows").asLong()).isEqualTo(ROWS);
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
