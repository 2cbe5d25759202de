package org.heralddata.formats.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heralddata.formats.root.file.Entry;
import org.heralddata.formats.root.file.RootFile;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableCursor;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Every RNTuple that ROOT wrote: each leaf has the elements, sum, least and greatest that uproot finds. */
final class UprootAgreementTest {

    private record Total(long entries, long count, double sum, double min, double max) {}

    @Test
    void readsWhatUprootReads() throws IOException {
        List<Path> files = SharedData.files("root-variety", p -> p.contains("rntuple"));
        assertThat(files).hasSizeGreaterThanOrEqualTo(8);
        Map<String, Total> judged = new LinkedHashMap<>();
        Oracle oracle = Oracle.python("uproot", "awkward");
        for (String line : oracle.run(script(), files.toArray()).split("\n", -1)) {
            String[] cells = line.split("\t", -1);
            judged.put(
                    cells[0] + " " + cells[1],
                    new Total(
                            Long.parseLong(cells[2]),
                            Long.parseLong(cells[3]),
                            Double.parseDouble(cells[4]),
                            Double.parseDouble(cells[5]),
                            Double.parseDouble(cells[6])));
        }
        assertThat(judged).hasSizeGreaterThan(55);
        Map<String, Total> ours = new LinkedHashMap<>();
        for (Path file : files) {
            totals(file).forEach((column, total) -> ours.put(file + " " + column, total));
        }
        judged.forEach((leaf, theirs) -> agree(leaf, theirs, Objects.requireNonNull(ours.get(leaf), leaf)));
    }

    private static void agree(String leaf, Total theirs, Total ours) {
        assertThat(ours.entries()).as("entries of %s", leaf).isEqualTo(theirs.entries());
        assertThat(ours.count()).as("elements of %s", leaf).isEqualTo(theirs.count());
        double tolerance = leaf.contains("quant") ? 3e-7 : 1e-12;
        var close = within(tolerance * Math.max(1, Math.abs(theirs.sum())));
        assertThat(ours.sum()).as("sum of %s", leaf).isCloseTo(theirs.sum(), close);
        assertThat(ours.min()).as("least of %s", leaf).isCloseTo(theirs.min(), within(tolerance));
        assertThat(ours.max()).as("greatest of %s", leaf).isCloseTo(theirs.max(), within(tolerance));
    }

    private static Map<String, Total> totals(Path path) throws IOException {
        Map<String, Total> totals = new LinkedHashMap<>();
        try (RootFile file = RootFile.open(path);
                var source = new PageSource(file.source())) {
            for (Entry entry : file.entries()) {
                if (!entry.key().className().equals(Anchor.CLASS)) {
                    continue;
                }
                NTuple ntuple = NTuple.read(
                        file,
                        entry,
                        source,
                        (field, why) -> assertThat(why).as(field).isEmpty());
                var table = new NTupleTable(entry.path(), ntuple, file.source());
                List<Column> columns = table.described().columns();
                try (TableCursor cursor =
                        table.read(columns.stream().map(Column::name).toList())) {
                    for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                        for (int c = 0; c < columns.size(); c++) {
                            List<Double> values = new ArrayList<>();
                            collect(batch.vectors().get(c), values);
                            totals.merge(columns.get(c).name(), total(values, batch.rows()), UprootAgreementTest::sum);
                        }
                    }
                }
            }
        }
        return totals;
    }

    private static Total total(List<Double> values, int rows) {
        return new Total(
                rows,
                values.size(),
                values.stream().mapToDouble(d -> d).sum(),
                values.stream().mapToDouble(d -> d).min().orElse(0),
                values.stream().mapToDouble(d -> d).max().orElse(0));
    }

    private static Total sum(Total a, Total b) {
        return new Total(
                a.entries + b.entries,
                a.count + b.count,
                a.sum + b.sum,
                Math.min(a.min, b.min),
                Math.max(a.max, b.max));
    }

    private static void collect(Vector vector, List<Double> into) {
        if (vector instanceof Vector.Lists lists) {
            collect(lists.elements(), into);
            return;
        }
        for (int i = 0; i < vector.size(); i++) {
            if (vector.isNull(i)) {
                continue;
            }
            switch (vector) {
                case Vector.Longs longs -> into.add((double) longs.values()[i]);
                case Vector.Doubles doubles -> into.add(doubles.values()[i]);
                case Vector.Strings strings -> {
                    for (byte b : Objects.requireNonNull(strings.values()[i]).getBytes(StandardCharsets.UTF_8)) {
                        into.add((double) (b & 0xff));
                    }
                }
                case Vector.Blobs blobs -> {
                    for (byte b : blobs.values()[i]) {
                        into.add((double) (b & 0xff));
                    }
                }
                case Vector.Lists ignored -> throw new AssertionError("lists of lists have lists");
            }
        }
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(UprootAgreementTest.class.getResourceAsStream("leaves.py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
