package org.heralddata.formats.root;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.testkit.Golden;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Every number of every branch of all real files, against uproot; what differs or is not read is listed with its reason. */
final class UprootAgreementTest {

    /** Columns that uproot reads otherwise, by file, table and column, and why. */
    private static final Map<String, String> READ_OTHERWISE = new LinkedHashMap<>(Map.of(
            "root-variety/go-hep/.*:(D16|ArrD16|SliD16)",
            "ROOT takes a Float16_t without a range and of 15 bits or more as one of 12 bits; uproot as one of 16",
            "root-variety/uproot-double32-float16.root:.*",
            "ROOT divides by the steps of 32 bits as 2^32 - 1; single precision on the way",
            "km3net/online/KM3NeT_00000267.*:KM3NET_EVENT/(snapshot|triggered)Hits/.*",
            "KM3NeT's own code writes no headers, and times little-endian",
            "(km3net/offline/empty_events|root-variety/uproot-issue433-splitlevel2).root:.*JDAQSummaryFrame>/.*",
            "the file does not describe the class; uproot remembers that of another file",
            "root-variety/uproot-issue433-splitlevel2.root:.*/timeslice_start/UTC_.*",
            "uproot misses a header of ten bytes: its seconds lie in 1984, ours on 30 June 2019"));

    /** Columns of uproot's that Herald leaves out or shows otherwise, and why. */
    private static final Map<String, String> NOT_READ = new LinkedHashMap<>(Map.of(
            "root-variety/uproot-issue327.root:Event/.*",
            "108 branches have no entries where the tree has 98; uproot gives empty arrays",
            "root-variety/string-example.root:Params",
            "2 entries where the tree has none",
            "root-variety/(go-hep/tdatime|uproot-issue-407).root:.*/fDatime",
            "a TDatime is a string of date and time",
            "km3net/online/KM3NeT_00000049.*:.*JDAQSuperFrame>/.*",
            "no entries and no description of the class; uproot remembers that of another file"));

    private record Total(long count, double sum, double min, double max, double absolute) {}

    @Test
    void readsWhatUprootReads() throws IOException {
        List<Path> files = new ArrayList<>(SharedData.files("root-variety", p -> p.endsWith(".root")));
        files.addAll(SharedData.files("km3net", p -> p.endsWith(".root")));
        String told = Oracle.python("uproot", "awkward", "zstandard", "xxhash", "cramjam")
                .run(script("uproot-totals.py"), files.toArray());
        Map<String, Total> theirs = new TreeMap<>();
        Map<String, String> failed = new LinkedHashMap<>();
        Map<String, Long> entries = new TreeMap<>();
        Path shared = SharedData.file("root-variety").resolve("..").normalize();
        for (String line : told.lines().toList()) {
            String[] words = line.split("\t", -1);
            String file = shared.relativize(Path.of(words[1])).toString();
            switch (words[0]) {
                case "tree" -> entries.put(file + ":" + words[2], Long.parseLong(words[3]));
                case "histogram" -> {
                    theirs.put(file + "::" + words[2] + ":content", total(words, 3));
                    theirs.put(file + "::" + words[2] + ":error", total(words, 8));
                }
                case "numbers" -> theirs.putIfAbsent(file + ":" + words[2] + ":" + words[3], total(words, 4));
                case "strings" ->
                    theirs.putIfAbsent(
                            file + ":" + words[2] + ":" + words[3],
                            new Total(Long.parseLong(words[4]), Double.NaN, 0, 0, 0));
                case "failed" -> failed.put(file + ":" + words[2] + ":" + words[3], words[3]);
                default -> throw new AssertionError(line);
            }
        }
        assertThat(entries).hasSizeGreaterThan(140);
        assertThat(theirs).hasSizeGreaterThan(5600);

        Map<String, Total> ours = new TreeMap<>();
        Map<String, Long> rows = new TreeMap<>();
        var table = new AgreementTable();
        for (Path path : files) {
            String name = shared.relativize(path).toString();
            table.add(name, totals(path, name, ours, rows));
        }
        List<String> wrong = new ArrayList<>();
        entries.forEach((tree, count) -> {
            if (!count.equals(rows.get(tree))) {
                wrong.add("%s has %d entries, not %s".formatted(tree, count, rows.get(tree)));
            }
        });
        int equal = 0;
        for (Map.Entry<String, Total> their : theirs.entrySet()) {
            Total our = ours.get(their.getKey());
            String place = their.getKey().replaceFirst("^([^:]*):[^:]*(?:::[^:]+)*?:(?!:)", "$1:");
            if (our == null) {
                table.of(their.getKey()).notRead++;
                if (!listed(NOT_READ, place)) {
                    wrong.add("not read: " + their.getKey());
                }
            } else if (same(our, their.getValue())) {
                equal++;
                table.of(their.getKey()).equal++;
            } else {
                table.of(their.getKey()).otherwise++;
                if (!listed(READ_OTHERWISE, place)) {
                    wrong.add("%s: %s, not %s".formatted(their.getKey(), our, their.getValue()));
                }
            }
        }
        failed.forEach((place, branch) -> {
            boolean read =
                    ours.keySet().stream().anyMatch(column -> column.equals(place) || column.startsWith(place + "/"));
            if (!read && !table.of(place).names(branch)) {
                wrong.add("neither read nor named: " + place);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(equal).isGreaterThan(5400);
        ours.keySet().stream().filter(column -> !theirs.containsKey(column)).forEach(c -> table.of(c).beyond++);
        Golden.check("docs/reference/formats/root-files.md", table.page());
    }

    private static boolean listed(Map<String, String> reasons, String place) {
        return reasons.keySet().stream().anyMatch(p -> Pattern.matches(p, place));
    }

    private static Total total(String[] words, int from) {
        return new Total(
                Long.parseLong(words[from]),
                Double.parseDouble(words[from + 1].replace("inf", "Infinity")),
                Double.parseDouble(words[from + 2]),
                Double.parseDouble(words[from + 3]),
                Double.parseDouble(words[from + 4].replace("inf", "Infinity")));
    }

    private static boolean same(Total our, Total their) {
        if (our.count != their.count || Double.isNaN(their.sum)) {
            return our.count == their.count;
        }
        boolean sums = Double.isInfinite(their.sum)
                ? our.sum == their.sum
                : Math.abs(our.sum - their.sum) <= 1e-9 * their.absolute + 1e-12;
        return sums && our.min == their.min && our.max == their.max;
    }

    /** Adds what a file holds, and tells what is left out. */
    private static List<Diagnostic> totals(Path path, String name, Map<String, Total> totals, Map<String, Long> rows)
            throws IOException {
        try (TableFile file = new RootTableReader().open(path, ReadOptions.NONE)) {
            for (SourceTable table : file.tables()) {
                rows.put(name + ":" + table.name(), table.rows().orElseThrow());
                boolean binned = table.columns().stream().anyMatch(c -> c.name().equals("content"));
                String place = name + (binned ? "::" : ":") + table.name() + ":";
                Sums[] sums = table.columns().stream().map(c -> new Sums()).toArray(Sums[]::new);
                try (TableCursor cursor = file.read(table.name(), List.of())) {
                    for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                        for (int c = 0; c < sums.length; c++) {
                            sums[c].add(
                                    batch.vectors().get(c),
                                    table.columns().get(c).type() == ColumnType.UINT64);
                        }
                    }
                }
                for (int c = 0; c < sums.length; c++) {
                    Column column = table.columns().get(c);
                    totals.put(place + column.name(), sums[c].total());
                }
            }
            return file.notices();
        }
    }

    /** Count, sum, least and greatest of all elements; of strings the count. */
    private static final class Sums {
        private long count;
        private double sum;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;

        void add(Vector vector, boolean unsigned) {
            switch (vector) {
                case Vector.Longs longs -> {
                    for (int i = 0; i < longs.size(); i++) {
                        long value = longs.values()[i];
                        add(unsigned && value < 0 ? (value >>> 1) * 2.0 + (value & 1) : value);
                    }
                }
                case Vector.Doubles doubles -> {
                    for (int i = 0; i < doubles.size(); i++) {
                        add(doubles.values()[i]);
                    }
                }
                case Vector.Lists lists -> add(lists.elements(), unsigned);
                case Vector.Strings strings -> count += strings.size();
                case Vector.Blobs blobs -> count += blobs.size();
            }
        }

        private void add(double value) {
            count++;
            if (Double.isFinite(value)) {
                sum += value;
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }

        Total total() {
            return min > max ? new Total(count, sum, 0, 0, 0) : new Total(count, sum, min, max, 0);
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(UprootAgreementTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
