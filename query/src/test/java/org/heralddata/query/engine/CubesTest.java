package org.heralddata.query.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.Showers;
import org.heralddata.query.cube.Bins;
import org.heralddata.query.cube.CubeAxis;
import org.heralddata.query.cube.Cubes;
import org.heralddata.query.cube.Grid;
import org.heralddata.query.cube.GridScale;
import org.heralddata.query.cube.Grids;
import org.heralddata.query.cuts.CutSchema;
import org.heralddata.query.cuts.Cuts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slices of cubes against counts of the selections that brushes write. */
class CubesTest {
    @TempDir
    static Path folder;

    private static Source source;
    private static DuckDbEngine files;
    private static DuckDbEngine copies;

    /** Groups in DuckDB as for large tables. */
    private static DuckDbEngine grouping;

    @BeforeAll
    static void open() throws Exception {
        Showers showers = Showers.in(folder.resolve("wh"), SortOrder.TIME);
        source = Source.of(showers, showers.latest(Showers.ID).orElseThrow(), "events");
        files = engine(Long.MAX_VALUE);
        copies = engine(Long.MAX_VALUE);
        grouping = engine(0);
        Files.createDirectories(folder.resolve("copies"));
        CopyFile file = CopyFile.of(folder.resolve("copies"), source);
        new CopyMaker(new CopySettings(folder.resolve("copies"), 1L << 30, 0, 256)).make(file);
        copies.copies().attach(file);
        grouping.copies().attach(file);
    }

    @AfterAll
    static void close() {
        files.close();
        copies.close();
        grouping.close();
    }

    private static DuckDbEngine engine(long mostScanned) {
        return new DuckDbEngine(
                new EngineOptions(
                                List.of(folder.resolve("wh")),
                                folder.resolve("tmp"),
                                2,
                                512,
                                2,
                                8,
                                4,
                                Duration.ofSeconds(30))
                        .withCopies(folder.resolve("copies")),
                mostScanned);
    }

    private static Cut cut(String where) {
        return Cuts.read(where, CutSchema.of(source.table()));
    }

    private static CubeAxis.Slices slices(String column, List<Double> stops) {
        return new CubeAxis.Slices(column, grid(column), stops, 1);
    }

    private static Grid grid(String column) {
        PublishedColumn of = source.column(column);
        return switch (column) {
            case "n" -> Grids.of(of, GridScale.LINEAR, 0.0, 1999.0, 0).orElseThrow();
            case "big" -> Grids.of(of, GridScale.LINEAR, -5e9, 5e9, 0).orElseThrow();
            case "ra" -> Grids.of(of, GridScale.LINEAR, 0.0, 300.0, 0).orElseThrow();
            case "dec" -> Grids.of(of, GridScale.LINEAR, -90.0, 90.0, 0).orElseThrow();
            default -> Grids.usual(of).orElseThrow();
        };
    }

    private static CubeAxis.Bins bins(String column) {
        return new CubeAxis.Bins(
                column, grid(column), Bins.over(grid(column), 0).group());
    }

    private static List<Double> values(CubeAxis.Slices slices) {
        List<Double> values = new ArrayList<>(slices.stops());
        for (int k = 0; k < slices.grid().size(); k++) {
            values.add(slices.grid().value(k));
        }
        return values.stream().sorted().toList();
    }

    private static String text(PublishedColumn column, double value) {
        return column.type() == ColumnType.TIMESTAMP
                ? Instant.ofEpochMilli((long) value).toString()
                : BigDecimal.valueOf(value).toPlainString();
    }

    /** What passes from a value to another, each with or without itself. */
    private static long brushed(int[] cube, int size, int bin, int first, int last) {
        long sum = 0;
        for (int code = first; code <= last; code++) {
            sum += cube[code * size + bin];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "big", "e", "ze", "ra", "dec", "time"})
    void aBrushCountsWhatItsTextSelects(String name) {
        PublishedColumn column = source.column(name);
        var random = new Random(3);
        List<Double> stops = name.equals("ze") ? List.of(12.34567, 33.333) : List.of();
        CubeAxis.Slices active = slices(name, stops);
        List<CubeAxis> views = List.of(new CubeAxis.All(), bins("ze"), bins("e"));
        List<Cut> cuts = List.of(cut("has_grande"), cut("ze < 40"), cut("n > 30"));
        List<Double> values = values(active);
        for (DuckDbEngine engine : List.of(files, copies, grouping)) {
            Cubes cubes = engine.cubes(source, active, views, cuts, false);
            for (int i = 0; i < 25; i++) {
                int low = random.nextInt(values.size());
                int high = low + random.nextInt(values.size() - low);
                boolean with = random.nextBoolean();
                String brush = with ? "%1$s between %2$s and %3$s" : "%1$s > %2$s and %1$s < %3$s";
                String where = brush.formatted(name, text(column, values.get(low)), text(column, values.get(high)));
                int first = with ? 2 * low + 1 : 2 * low + 2;
                int last = with ? 2 * high + 1 : 2 * high;
                assertThat(brushed(cubes.counts().get(0), 1, 0, first, last))
                        .as(where)
                        .isEqualTo(engine.count(source, cut("has_grande and " + where)));
                int size = views.get(1).size();
                long all = 0;
                for (int bin = 0; bin < size; bin++) {
                    all += brushed(cubes.counts().get(1), size, bin, first, last);
                }
                assertThat(all).as(where).isEqualTo(engine.count(source, cut("ze < 40 and " + where)));
            }
            long rows = 0;
            for (int count : cubes.counts().get(2)) {
                rows += count;
            }
            assertThat(rows).isEqualTo(engine.count(source, cut("n > 30")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "e", "ze", "time"})
    void aBinHoldsWhatLiesBetweenItsEdges(String name) {
        PublishedColumn column = source.column(name);
        Grid grid = grid(name);
        for (int group :
                Bins.groups(grid).stream().filter(g -> grid.bins(g) <= 64).toList()) {
            binsHoldWhatLiesBetweenTheirEdges(column, new CubeAxis.Bins(name, grid, group));
        }
    }

    private static void binsHoldWhatLiesBetweenTheirEdges(PublishedColumn column, CubeAxis.Bins bins) {
        String name = column.name();
        Grid grid = bins.grid();
        String first = text(column, grid.value(0));
        String last = text(column, grid.value(grid.steps()));
        for (DuckDbEngine engine : List.of(files, copies, grouping)) {
            int[] cube = engine.cubes(source, new CubeAxis.Cells(0), List.of(bins), List.of(Cut.EVERYTHING), false)
                    .counts()
                    .getFirst();
            for (int bin = 0; bin < bins.bins(); bin++) {
                String low = bin == 0 ? first : text(column, grid.edge(bin, bins.group()));
                String high = bin == bins.bins() - 1 ? last : text(column, grid.edge(bin + 1, bins.group()));
                String how = bin == bins.bins() - 1 ? "<=" : "<";
                assertThat(brushed(cube, bins.size(), bin + 1, 0, 12))
                        .isEqualTo(engine.count(
                                source, cut("%s >= %s and %s %s %s".formatted(name, low, name, how, high))));
            }
            assertThat(brushed(cube, bins.size(), 0, 0, 12))
                    .isEqualTo(engine.count(source, cut("%s < %s".formatted(name, first))));
            assertThat(brushed(cube, bins.size(), bins.bins() + 1, 0, 12))
                    .isEqualTo(engine.count(source, cut("%s > %s".formatted(name, last))));
            assertThat(brushed(cube, bins.size(), bins.bins() + 2, 0, 12))
                    .isEqualTo(engine.count(source, cut(name + " is null")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6})
    void cellsOfTheSkyAreThoseOfTheMap(int order) {
        var cells = new CubeAxis.Cells(order);
        var pairs = new CubeAxis.Pairs(bins("ze"), bins("e"));
        for (DuckDbEngine engine : List.of(files, copies, grouping)) {
            int[] cube = engine.cubes(source, bins("ze"), List.of(cells), List.of(cut("ze < 50")), false)
                    .counts()
                    .getFirst();
            Engine.Cells map = engine.skyMap(source, cut("ze < 50"), order);
            for (int i = 0; i < map.cells().size(); i++) {
                int cell = map.cells().get(i).intValue();
                long sum = 0;
                for (int bin = 0; bin < bins("ze").size(); bin++) {
                    sum += cube[bin * cells.size() + cell];
                }
                assertThat(sum).isEqualTo(map.counts().get(i));
            }
            if (order == 0) {
                int[] both = engine.cubes(source, pairs, List.of(cells), List.of(cut("ze < 50")), false)
                        .counts()
                        .getFirst();
                long sum = 0;
                for (int count : both) {
                    sum += count;
                }
                assertThat(sum).isEqualTo(engine.count(source, cut("ze < 50")));
            }
        }
    }
}
