package org.heralddata.query;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.publication.PublicState;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.heralddata.query.engine.Source;
import org.heralddata.store.Catalogue;
import org.heralddata.store.TableScan;
import org.heralddata.store.TableScan.ScanColumn;
import org.heralddata.store.TableScan.ScanFile;
import org.jspecify.annotations.Nullable;

/** Two collections: {@code showers} (all kinds of columns, nulls and NaN) and {@code notes} (of unknown times, no direction). */
public final class Showers implements Catalogue {

    /** A row as Java sees it; fields are columns. */
    public record Shower(
            String uuid,
            long n,
            long big,
            @Nullable Float e,
            float ze,
            @Nullable Double ra,
            @Nullable Double dec,
            long time,
            @Nullable String kind,
            boolean hasGrande,
            @Nullable List<Float> edep) {}

    public static final CollectionId ID = new CollectionId("showers");
    public static final CollectionId NOTES = new CollectionId("notes");
    public static final long FIRST_TIME = 1_072_915_200_000_000_000L;

    /** What became of collections and releases; a test puts and removes entries. */
    public final Map<List<@Nullable Object>, PublicState> states = new ConcurrentHashMap<>();

    private final List<Shower> rows;
    private final Release showers;
    private final Release notes;
    private final TableScan scan;
    private final TableScan notesScan;

    private Showers(List<Shower> rows, TableScan scan, TableScan notesScan, Release showers, Release notes) {
        this.rows = rows;
        this.scan = scan;
        this.notesScan = notesScan;
        this.showers = showers;
        this.notes = notes;
    }

    /** Writes the files into a folder; {@code sort} is that of the showers. */
    public static Showers in(Path warehouse, SortOrder sort) throws Exception {
        List<Shower> rows = new ArrayList<>(random(2000));
        if (sort == SortOrder.SKY) {
            rows.sort(java.util.Comparator.comparingLong(s -> {
                Long cell = healpix(s);
                return cell == null ? Long.MAX_VALUE : cell;
            }));
        }
        Path folder = Files.createDirectories(warehouse.resolve("showers/data"));
        var files = new ArrayList<ScanFile>();
        for (int part = 0; part < 4; part++) {
            List<Shower> some = rows.subList(part * 500, (part + 1) * 500);
            Path file = folder.resolve("events-%d.parquet".formatted(part));
            write(some, file);
            files.add(new ScanFile(
                    file,
                    500,
                    Files.size(file),
                    sort == SortOrder.NONE ? null : key(some.getFirst(), sort),
                    sort == SortOrder.NONE ? null : key(some.getLast(), sort)));
        }
        Path note = folder.resolve("notes.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT 'note-' || i AS uuid, NULL::TIMESTAMP AS time, NULL::INTEGER AS time_ns FROM range(3) t(i))"
                            + " TO '%s' (FORMAT parquet, FIELD_IDS {uuid: 1, time: 2, time_ns: 3})".formatted(note));
        }
        var notesScan = new TableScan(
                List.of(new ScanFile(note, 3, Files.size(note), null, null)),
                List.of(
                        new ScanColumn("uuid", 1, ColumnType.STRING, Shape.SCALAR),
                        new ScanColumn("time", 2, ColumnType.TIMESTAMP, Shape.SCALAR),
                        new ScanColumn("time_ns", 3, ColumnType.INT16, Shape.SCALAR)));
        return new Showers(List.copyOf(rows), new TableScan(files, scanColumns()), notesScan, release(sort), notes());
    }

    private static @Nullable Long key(Shower shower, SortOrder sort) {
        return sort == SortOrder.TIME ? Long.valueOf(Math.floorDiv(shower.time, 1000)) : healpix(shower);
    }

    private static @Nullable Long healpix(Shower s) {
        return s.ra == null || s.dec == null || s.ra.isNaN() ? null : Healpix.index(29, s.ra, s.dec);
    }

    private static List<Shower> random(int count) {
        var random = new Random(7);
        var rows = new ArrayList<Shower>();
        for (int i = 0; i < count; i++) {
            Float e = i % 50 == 3
                    ? null
                    : i % 50 == 4 ? Float.valueOf(Float.NaN) : Float.valueOf((float) (14 + 3 * random.nextDouble()));
            float ze = (float) (60 * random.nextDouble());
            if (i % 10 == 0) {
                ze = Math.round(ze);
            }
            List<Float> edep = null;
            if (i % 3 != 0) {
                edep = new ArrayList<>();
                for (int k = 0; k < i % 7; k++) {
                    edep.add((float) (10 * random.nextDouble()));
                }
            }
            boolean nowhere = i % 100 == 1;
            rows.add(new Shower(
                    "00000000-0000-5000-8000-%012d".formatted(i),
                    Long.MAX_VALUE - i,
                    -1L - i,
                    e,
                    ze,
                    nowhere ? null : (i % 4 == 0 ? 83 + 2 * random.nextDouble() : 360 * random.nextDouble()),
                    nowhere ? null : (i % 4 == 0 ? 21 + 2 * random.nextDouble() : 180 * random.nextDouble() - 90),
                    FIRST_TIME + i * 86_400_000_000_123L,
                    i % 5 == 0 ? null : i % 2 == 0 ? "gamma" : "it's 100% _hadron_",
                    i % 3 == 0,
                    edep));
        }
        return rows;
    }

    private static void write(List<Shower> rows, Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (uuid VARCHAR, n BIGINT, big DECIMAL(20,0), e FLOAT, ze FLOAT, ra DOUBLE,"
                    + " \"dec\" DOUBLE, healpix BIGINT, time TIMESTAMP, time_ns INTEGER, kind VARCHAR, has_grande BOOLEAN,"
                    + " edep FLOAT[], raw BLOB)");
            statement.execute(
                    "INSERT INTO t VALUES " + rows.stream().map(Showers::values).collect(Collectors.joining(",")));
            statement.execute(
                    ("COPY t TO '%s' (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2, FIELD_IDS {uuid: 1, n: 2,"
                                    + " big: 3, e: 4, ze: 5, ra: 6, \"dec\": 7, healpix: 8, time: 9, time_ns: 10, kind: 11,"
                                    + " has_grande: 12, edep: {__duckdb_field_id: 13, element: 15}, raw: 14})")
                            .formatted(file));
        }
    }

    private static String values(Shower s) {
        return "('%s', %d, %s, %s, %s, %s, %s, %s, make_timestamp(%d), %d, %s, %s, %s, %s)"
                .formatted(
                        s.uuid,
                        s.n,
                        Long.toUnsignedString(s.big),
                        real(s.e),
                        real(s.ze),
                        s.ra,
                        s.dec,
                        healpix(s),
                        Math.floorDiv(s.time, 1000),
                        Math.floorMod(s.time, 1000),
                        s.kind == null ? "NULL" : "'" + s.kind.replace("'", "''") + "'",
                        s.hasGrande,
                        s.edep == null
                                ? "NULL"
                                : s.edep.stream()
                                        .map(Showers::real)
                                        .collect(Collectors.joining(", ", "[", "]::FLOAT[]")),
                        s.kind == null ? "NULL" : "'\\x00\\xFF'::BLOB");
    }

    private static String real(@Nullable Float value) {
        return value == null ? "NULL" : "'" + value + "'::FLOAT";
    }

    private static List<ScanColumn> scanColumns() {
        return List.of(
                new ScanColumn("uuid", 1, ColumnType.STRING, Shape.SCALAR),
                new ScanColumn("n", 2, ColumnType.INT64, Shape.SCALAR),
                new ScanColumn("big", 3, ColumnType.UINT64, Shape.SCALAR),
                new ScanColumn("e", 4, ColumnType.FLOAT32, Shape.SCALAR),
                new ScanColumn("ze", 5, ColumnType.FLOAT32, Shape.SCALAR),
                new ScanColumn("ra", 6, ColumnType.FLOAT64, Shape.SCALAR),
                new ScanColumn("dec", 7, ColumnType.FLOAT64, Shape.SCALAR),
                new ScanColumn("healpix", 8, ColumnType.INT64, Shape.SCALAR),
                new ScanColumn("time", 9, ColumnType.TIMESTAMP, Shape.SCALAR),
                new ScanColumn("time_ns", 10, ColumnType.INT16, Shape.SCALAR),
                new ScanColumn("kind", 11, ColumnType.STRING, Shape.SCALAR),
                new ScanColumn("has_grande", 12, ColumnType.BOOL, Shape.SCALAR),
                new ScanColumn("edep", 13, ColumnType.FLOAT32, Shape.LIST),
                new ScanColumn("raw", 14, ColumnType.BYTES, Shape.SCALAR),
                new ScanColumn("later", 99, ColumnType.FLOAT64, Shape.SCALAR));
    }

    private static PublishedColumn column(
            String name,
            ColumnType type,
            Shape shape,
            String unit,
            long nans,
            @Nullable Double min,
            @Nullable Double max) {
        return new PublishedColumn(
                name,
                type,
                shape,
                new Unit(unit),
                Ucd.NONE,
                "the column " + name,
                null,
                null,
                false,
                new ColumnStatistics(nans > 0 || min == null ? 1 : 0, nans, 0, min, max));
    }

    private static Release release(SortOrder sort) {
        Shape one = Shape.SCALAR;
        var columns = List.of(
                column("uuid", ColumnType.STRING, one, "", 0, null, null),
                column("n", ColumnType.INT64, one, "", 0, null, null),
                column("big", ColumnType.UINT64, one, "", 0, null, null),
                column("e", ColumnType.FLOAT32, one, "log(eV)", 40, 14.0, 17.0),
                column("ze", ColumnType.FLOAT32, one, "deg", 0, 0.0, 60.0),
                column("ra", ColumnType.FLOAT64, one, "deg", 0, null, null),
                column("dec", ColumnType.FLOAT64, one, "deg", 0, null, null),
                column("healpix", ColumnType.INT64, one, "", 0, null, null),
                column("time", ColumnType.TIMESTAMP, one, "", 0, (double) FIRST_TIME, FIRST_TIME + 2e3 * 86400e9),
                column("kind", ColumnType.STRING, one, "", 0, null, null),
                column("has_grande", ColumnType.BOOL, one, "", 0, null, null),
                column("edep", ColumnType.FLOAT32, Shape.LIST, "MeV", 0, 0.0, 10.0),
                column("raw", ColumnType.BYTES, one, "", 0, null, null),
                column("later", ColumnType.FLOAT64, one, "", 0, null, null));
        var common = new CommonEvent(
                "uuid", "time", "ra", "dec", "healpix", new CommonEvent.Energy("e", EnergyScale.LOG10, 1));
        var table = new PublishedTable("events", "Showers", 2000, columns, List.of(), common, sort);
        return of(
                ID,
                "cosmic-ray",
                List.of(table),
                List.of(new DataFile("events", "showers/data/events-0.parquet", 1, 500, "0".repeat(64))));
    }

    private static Release notes() {
        var table = new PublishedTable(
                "notes",
                "Notes",
                3,
                List.of(
                        column("uuid", ColumnType.STRING, Shape.SCALAR, "", 0, null, null),
                        column("time", ColumnType.TIMESTAMP, Shape.SCALAR, "", 0, null, null)),
                List.of(),
                new CommonEvent("uuid", "time", null, null, null, null),
                SortOrder.NONE);
        var stations = new PublishedTable(
                "stations",
                "Where notes are taken: no events",
                252,
                List.of(column("uuid", ColumnType.STRING, Shape.SCALAR, "", 0, null, null)),
                List.of(),
                new CommonEvent("uuid", null, null, null, null, null),
                SortOrder.NONE);
        return of(NOTES, "neutrino", List.of(table, stations), List.of());
    }

    private static Release of(CollectionId id, String messenger, List<PublishedTable> tables, List<DataFile> files) {
        var about = new CollectionDescription(
                id,
                "The " + id.value().toUpperCase(Locale.ROOT),
                "A collection for tests",
                messenger,
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
        return new Release(
                about,
                "r1",
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                "herald test",
                "",
                tables,
                List.of(),
                files,
                List.of());
    }

    /** The rows in the order of the files. */
    public List<Shower> rows() {
        return rows;
    }

    public Source source() {
        return new Source(showers.tables().getFirst(), scan);
    }

    @Override
    public List<CollectionId> collections() {
        return List.of(NOTES, ID);
    }

    @Override
    public List<Release> releases(CollectionId collection) {
        return latest(collection).stream().toList();
    }

    @Override
    public Optional<Release> latest(CollectionId collection) {
        return collection.equals(ID)
                ? Optional.of(showers)
                : collection.equals(NOTES) ? Optional.of(notes) : Optional.empty();
    }

    @Override
    public Optional<Release> release(CollectionId collection, String name) {
        return latest(collection).filter(r -> r.name().equals(name));
    }

    @Override
    public PublicState state(CollectionId collection, @Nullable String release) {
        return states.getOrDefault(Arrays.asList(collection, release), PublicState.NONE);
    }

    @Override
    public Access access(CollectionId collection, @Nullable String release) {
        return Access.OPEN;
    }

    @Override
    public TableScan scan(Release release, String table) {
        return release.equals(notes) ? notesScan : scan;
    }
}
