package org.heralddata.formats.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Real files of many makers: every number and string is what h5py reads, or the part is named as left out. */
final class H5pyAgreementTest {

    private record Total(long count, double sum) {}

    @Test
    void readsWhatH5pyReads() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("hdf5-variety", "radio", "gw", "hisparc", "kascade", "km3net", "corsika")) {
            files.addAll(SharedData.files(folder, p -> p.matches(".*\\.(h5|hdf5|hdf)")));
        }
        assertThat(files).hasSizeGreaterThan(70);
        Oracle oracle = Oracle.python("h5py", "numpy");
        Map<String, Total> judged = new HashMap<>();
        for (String line : oracle.run(script("leaves.py"), files.toArray()).split("\n", -1)) {
            String[] cells = line.split("\t", -1);
            judged.put(
                    cells[0] + cells[1] + (cells[2].isEmpty() ? "" : "#" + cells[2]),
                    new Total(Long.parseLong(cells[3]), Double.parseDouble(cells[4])));
        }
        assertThat(judged).hasSizeGreaterThan(1500);
        int compared = 0;
        for (Path file : files) {
            for (Map.Entry<String, Total> ours : totals(file).entrySet()) {
                Total theirs = judged.get(file + ours.getKey());
                if (theirs != null) {
                    compared++;
                    assertThat(ours.getValue().count())
                            .as("elements of %s%s", file, ours.getKey())
                            .isEqualTo(theirs.count());
                    assertThat(ours.getValue().sum())
                            .as("sum of %s%s", file, ours.getKey())
                            .isCloseTo(theirs.sum(), within(1e-9 * Math.abs(theirs.sum()) + 1e-12));
                }
            }
        }
        assertThat(compared).isGreaterThan(1400);
    }

    /** By path of the dataset and member. */
    private static Map<String, Total> totals(Path path) throws IOException {
        Map<String, Total> totals = new HashMap<>();
        try (Hdf5TableFile file = Hdf5TableFile.open(path)) {
            for (SourceTable table : file.tables()) {
                List<String> places = file.places(table.name());
                try (TableCursor cursor = file.read(table.name(), List.of())) {
                    for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                        for (int c = 0; c < table.columns().size(); c++) {
                            totals.merge(
                                    places.get(c),
                                    total(batch.vectors().get(c)),
                                    (a, b) -> new Total(a.count + b.count, a.sum + b.sum));
                        }
                    }
                }
            }
        }
        return totals;
    }

    private static Total total(Vector vector) {
        return switch (vector) {
            case Vector.Longs(var values, var size, var nulls) -> {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += values[i];
                }
                yield new Total(size, sum);
            }
            case Vector.Doubles(var values, var size, var nulls) -> {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += Double.isFinite(values[i]) ? values[i] : 0;
                }
                yield new Total(size, sum);
            }
            case Vector.Strings(var values, var size, var nulls) -> {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += Objects.requireNonNullElse(values[i], "").length();
                }
                yield new Total(size, sum);
            }
            case Vector.Blobs(var values, var size, var nulls) -> new Total(size, 0);
            case Vector.Lists lists -> total(lists.elements());
        };
    }

    static String script(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(H5pyAgreementTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
