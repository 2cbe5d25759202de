package org.heralddata.formats.root;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Column;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableFile;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What ROOT 6.40 itself wrote ({@code wrote/make.py}, {@code wrote/events.C}): the same twelve events split into branches and
 * whole, in codecs of then and now, and the branches of objects that ROOT 3 made.
 */
final class RootWroteTest {
    private static final int EVENTS = 12;

    @TempDir
    private Path folder;

    @Test
    void oldAndNewCodecsHoldTheSameEvents() throws IOException {
        Map<String, List<@Nullable Object>> zstd = columns("event-split99.root");
        assertThat(zstd).hasSize(82);
        assertThat(columns("event-cs.root")).isEqualTo(zstd);
        assertThat(columns("event-lzma.root")).isEqualTo(zstd);
        assertThat(blocks("event-cs.root")).contains("CS\u0008").doesNotContain("ZS\u0001", "XZ\u0000");
        assertThat(blocks("event-lzma.root")).contains("XZ\u0000").doesNotContain("ZS\u0001", "CS\u0008");
    }

    @Test
    void wholeObjectsHoldWhatSplitOnesDo() throws IOException {
        Map<String, List<@Nullable Object>> split = byMember(columns("event-split99.root"));
        Map<String, List<@Nullable Object>> whole = byMember(columns("event-split0.root"));
        assertThat(whole).hasSize(42);
        assertThat(split).containsAllEntriesOf(whole);
    }

    @Test
    void valuesAreThoseThatWereFilled() throws IOException {
        Map<String, List<@Nullable Object>> events = byMember(columns("event-split0.root"));
        assertThat(events)
                .containsEntry("number", each(i -> (long) i))
                .containsEntry("kind", each(i -> i % 2 == 1 ? 3L : -7L))
                .containsEntry("kinds", each(i -> repeated(i % 3, 3L)))
                .containsEntry("first/samples", each(i -> samples(100 + i)))
                .containsEntry("first/name", each(i -> "hit " + (100 + i)))
                .containsEntry("position", each(i -> List.of(i + 0.5, 0.0 - i, 3.0)))
                .containsEntry("channels", each(i -> List.of((long) i, i + 5L)))
                .containsEntry("tracks/fP/fX", each(i -> repeated(i % 4, (double) i)))
                .containsEntry("stamps", each(i -> List.of(1L << 40, (long) i)))
                .containsEntry("code", each(i -> (long) (250 + i % 6)));
    }

    /** A reference is the number of its object, given when it was first referred to; 0 is none. */
    @Test
    void referencesAreTheNumbersOfTheirObjects() throws IOException {
        Map<String, List<@Nullable Object>> events = byMember(columns("event-split99.root"));
        List<@Nullable Object> chosen = Objects.requireNonNull(events.get("chosen/refs"));
        List<@Nullable Object> main = Objects.requireNonNull(events.get("main/ref"));
        List<@Nullable Object> hits = Objects.requireNonNull(events.get("hits/fUniqueID"));
        for (int i = 0; i < EVENTS; i++) {
            boolean some = i % 5 > 0;
            long first = some ? (Long) ((List<?>) Objects.requireNonNull(hits.get(i))).getFirst() & 0xffffff : 0;
            assertThat(main.get(i)).isEqualTo(first);
            assertThat(chosen.get(i)).isEqualTo(some ? List.of(first) : List.of());
        }
    }

    @Test
    void readsBranchesOfObjectsAsRoot3MadeThem() throws IOException {
        Map<String, List<@Nullable Object>> whole = columns("branch-object.root");
        assertThat(whole)
                .containsOnlyKeys("p./fP/fX", "p./fP/fY", "p./fP/fZ", "p./fE", "n./fName", "n./fTitle")
                .containsEntry("p./fP/fY", each(i -> 2.0 * i))
                .containsEntry("n./fName", each(i -> "n" + i));
        Map<String, List<@Nullable Object>> split = columns("branch-object-split.root");
        assertThat(split).containsEntry("p./p.fP.fY", each(i -> 2.0 * i)).containsEntry("p./p.fE", each(i -> 4.0));
    }

    @Test
    void namesWhatItLeavesOut() throws IOException {
        try (TableFile file = open("event-split0.root")) {
            assertThat(file.notices())
                    .extracting(Diagnostic::message)
                    .containsExactlyInAnyOrder(
                            leftOut("`event./pointed`", "HHit"),
                            leftOut("`event./hits`, `event./inner`, `alone`", "TClonesArray"),
                            leftOut("`event./any`", "TObjArray"),
                            leftOut("`event./named`", "TNamed"),
                            leftOut("`event./owned`, `event./pointers`", "HPoint"));
        }
    }

    private static String leftOut(String what, String className) {
        return "of `tree` is left out %s: objects of the class `%s`, which Herald cannot read here"
                .formatted(what, className);
    }

    private interface Value {
        Object of(int event);
    }

    private static List<@Nullable Object> each(Value value) {
        var values = new ArrayList<@Nullable Object>();
        IntStream.range(0, EVENTS).forEach(i -> values.add(value.of(i)));
        return values;
    }

    private static List<Object> repeated(int times, Object value) {
        return new ArrayList<>(java.util.Collections.nCopies(times, value));
    }

    private static List<Object> samples(int id) {
        return IntStream.range(0, id % 4)
                .<Object>mapToObj(k -> (double) (id + 0.1f * k))
                .toList();
    }

    /** By the path of the member, without the names that splitting gives to branches. */
    private static Map<String, List<@Nullable Object>> byMember(Map<String, List<@Nullable Object>> columns) {
        var named = new LinkedHashMap<String, List<@Nullable Object>>();
        columns.forEach((name, values) -> named.put(
                name.substring(name.lastIndexOf("event.") + 6).replace('.', '/').replaceFirst("^/", ""), values));
        return named;
    }

    private Map<String, List<@Nullable Object>> columns(String name) throws IOException {
        var columns = new LinkedHashMap<String, List<@Nullable Object>>();
        try (TableFile file = open(name)) {
            List<Column> all = file.tables().getFirst().columns();
            all.forEach(c -> columns.put(c.name(), new ArrayList<>()));
            for (List<@Nullable Object> row : Tables.read(file, "tree")) {
                for (int c = 0; c < all.size(); c++) {
                    Objects.requireNonNull(columns.get(all.get(c).name())).add(row.get(c));
                }
            }
        }
        return columns;
    }

    private TableFile open(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes(name));
        return new RootTableReader().open(file, ReadOptions.NONE);
    }

    private static String blocks(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RootWroteTest.class.getResourceAsStream("wrote/" + name), name)) {
            return in.readAllBytes();
        }
    }
}
