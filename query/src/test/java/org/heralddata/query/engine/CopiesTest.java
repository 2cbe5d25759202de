package org.heralddata.query.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.selection.Cut;
import org.heralddata.query.HistogramSpec.Scale;
import org.heralddata.query.RowsRequest.Order;
import org.heralddata.query.Showers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from a copy is what the files say. */
class CopiesTest extends CopiesOverShowers {
    private static Stream<String> cuts() {
        return Stream.concat(
                CutMeaningsTest.meanings().map(CutMeaningsTest.Meaning::where),
                Stream.of("cone(ra, dec, 83.6, 22, 3 deg)", "cone(ra, dec, 83.6, 22, 60 deg) and ze < 20"));
    }

    @Test
    void isRead() {
        assertThat(copies.relation(source, new java.util.TreeSet<>(List.of("e"))))
                .startsWith("copy_");
        assertThat(files.relation(source, new java.util.TreeSet<>(List.of("e"))))
                .startsWith("read_parquet");
        assertThat(copies.sortedBySky(source)).isTrue();
        assertThat(files.sortedBySky(source)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void agreesWithTheFiles(String where) {
        Cut cut = cut(where);
        assertThat(copies.count(source, cut)).isEqualTo(files.count(source, cut));
        var order = List.of(new Order("e", true));
        assertThat(rows(copies.rows(source, cut, whole(), List.of(), null, 0)))
                .isEqualTo(rows(files.rows(source, cut, whole(), List.of(), null, 0)));
        assertThat(rows(copies.rows(source, cut, whole(), order, null, 0)))
                .containsExactlyInAnyOrderElementsOf(rows(files.rows(source, cut, whole(), order, null, 0)));
        assertThat(rows(copies.rowsInAnyOrder(source, cut, whole(), null)))
                .containsExactlyInAnyOrderElementsOf(rows(files.rows(source, cut, whole(), List.of(), null, 0)));
        assertThat(copies.skyMap(source, cut, 4)).isEqualTo(files.skyMap(source, cut, 4));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void firstRowsAreThoseOfTheFilesHoweverManyPass(String where) {
        Cut cut = cut(where);
        List<String> all = rows(files.rows(source, cut, whole(), List.of(), null, 0));
        for (long limit : List.of(1L, 12L, 300L, 1000L, 2500L)) {
            for (long offset : List.of(0L, 3L, 240L)) {
                assertThat(rows(copies.rows(source, cut, whole(), List.of(), limit, offset)))
                        .as("%d rows after %d", limit, offset)
                        .isEqualTo(all.stream().skip(offset).limit(limit).toList());
            }
        }
    }

    @Test
    void aFewRowsAreReadFromTheHeadAndOthersFromElsewhere() {
        Place place = copies.copies().place(source);
        assertThat(place.mayBeginWith(cut("ze < 40"), 12)).isTrue();
        assertThat(place.mayBeginWith(cut("ze < 40"), 1_001)).isFalse();
        assertThat(place.mayBeginWith(cut("cone(ra, dec, 84, 22, 5 deg)"), 12)).isFalse();
        assertThat(files.copies().place(source).mayBeginWith(Cut.EVERYTHING, 12))
                .isFalse();
        assertThat(place.inOrder(cut("ze < 40"), 12).copy()).isNotNull();
        assertThat(place.inOrder(cut("ze < 40"), 1_001).copy()).isNull();
    }

    @Test
    void agreesWithTheFilesInHistograms() {
        var axes = List.of(
                new Binning("e", 20, 14, 17, Scale.LINEAR),
                new Binning("edep", 10, 0, 10, Scale.LINEAR),
                new Binning("time", 10, 1.0729152e18, 1.2e18, Scale.LINEAR));
        Cut cut = cut("ze < 40");
        List<long[]> ours = copies.histograms(source, cut, axes);
        List<long[]> theirs = files.histograms(source, cut, axes);
        for (int i = 0; i < axes.size(); i++) {
            assertThat(ours.get(i)).isEqualTo(theirs.get(i));
        }
        assertThat(copies.histogram2d(source, cut, axes.get(0), axes.get(0)))
                .isEqualTo(files.histogram2d(source, cut, axes.get(0), axes.get(0)));
        assertThat(copies.skyMap(source, cut, 4)).isEqualTo(files.skyMap(source, cut, 4));
        assertThat(copies.leastPositive(source, "e")).isEqualTo(files.leastPositive(source, "e"));
    }

    @Test
    void pagesAreThoseOfTheFiles() {
        Cut cone = cut("cone(ra, dec, 84, 22, 5 deg)");
        List<String> all = rows(files.rows(source, cone, whole(), List.of(), null, 0));
        assertThat(all).hasSizeGreaterThan(20);
        assertThat(rows(copies.rows(source, cone, whole(), List.of(), 7L, 5))).isEqualTo(all.subList(5, 12));
    }

    @Test
    void isNotReadForAnotherRelease() {
        Release old = release();
        var later = new Release(
                old.collection(),
                "r2",
                2,
                old.created().plusSeconds(1),
                old.software(),
                old.descriptor(),
                old.tables(),
                old.inputs(),
                old.files(),
                old.notes());
        Source newer = Source.of(showers, later, "events");
        assertThat(copies.relation(newer, new java.util.TreeSet<>(List.of("e"))))
                .startsWith("read_parquet");
        assertThat(CopyFile.of(folder, newer).path())
                .isNotEqualTo(CopyFile.of(folder, source).path());
    }

    @Test
    void refusesTheCopyOfAnotherTable() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        CopyFile wanted = CopyFile.of(other, source);
        CopyFile notes = CopyFile.of(
                other, Source.of(showers, showers.latest(Showers.NOTES).orElseThrow(), "notes"));
        new CopyMaker(settings("other")).make(notes);
        Files.move(notes.path(), wanted.path());
        try (DuckDbEngine engine = engine(other)) {
            assertThatThrownBy(() -> engine.copies().attach(wanted)).isInstanceOf(SQLException.class);
            assertThat(engine.copies().place(source).copy()).isNull();
        }
    }
}
