package org.heralddata.testkit;

import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;

/**
 * Rows and sums of everything in a file, to be held against those of another program.
 *
 * <p>Keys are {@code table} (rows) and {@code table.column} (sum of all finite elements; of strings and bytes, their length);
 * {@code table.column#} counts elements.
 */
public final class Sums {

    private Sums() {}

    public static Map<String, Double> of(TableFile file) throws IOException {
        Map<String, Double> sums = new TreeMap<>();
        for (SourceTable table : file.tables()) {
            sums.put(table.name(), 0.0);
            try (TableCursor cursor = file.read(table.name(), List.of())) {
                for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                    sums.merge(table.name(), (double) batch.rows(), Double::sum);
                    for (int c = 0; c < table.columns().size(); c++) {
                        Column column = table.columns().get(c);
                        add(
                                sums,
                                table.name() + "." + column.name(),
                                batch.vectors().get(c));
                    }
                }
            }
        }
        return sums;
    }

    /**
     * Complains of every line {@code key value} that is not so, up to a relative difference.
     *
     * @param lines what another program says; at least one
     */
    public static void compare(Map<String, Double> ours, Collection<String> lines, double relative) {
        SoftAssertions all = new SoftAssertions();
        all.assertThat(lines).isNotEmpty();
        for (String line : lines) {
            int at = line.lastIndexOf(' ');
            String key = line.substring(0, at);
            double theirs = Double.parseDouble(line.substring(at + 1));
            Double found = ours.get(key);
            all.assertThat(found).as(key).isNotNull();
            if (found != null) {
                all.assertThat(found).as(key).isCloseTo(theirs, within(Math.abs(theirs) * relative + 1e-12));
            }
        }
        all.assertAll();
    }

    private static void add(Map<String, Double> sums, String key, Vector vector) {
        if (vector instanceof Vector.Lists lists) {
            add(sums, key, lists.elements());
            return;
        }
        double sum = 0;
        int count = 0;
        for (int i = 0; i < vector.size(); i++) {
            if (!vector.isNull(i)) {
                double value = value(vector, i);
                sum += Double.isFinite(value) ? value : 0;
                count++;
            }
        }
        sums.merge(key, sum, Double::sum);
        sums.merge(key + "#", (double) count, Double::sum);
    }

    private static double value(Vector vector, int i) {
        return switch (vector) {
            case Vector.Longs longs -> longs.values()[i];
            case Vector.Doubles doubles -> doubles.values()[i];
            case Vector.Strings strings -> String.valueOf(strings.values()[i]).length();
            case Vector.Blobs blobs -> blobs.values()[i].length;
            case Vector.Lists _ -> throw new IllegalArgumentException("lists are taken apart before");
        };
    }
}
