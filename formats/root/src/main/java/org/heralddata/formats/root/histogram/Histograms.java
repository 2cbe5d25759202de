package org.heralddata.formats.root.histogram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.streamer.RootObject;
import org.heralddata.formats.root.table.ObjectTable;

/** Histograms and profiles: one row a bin, the last axis running fastest; what lies beyond the axes is metadata. */
final class Histograms {
    private static final String[] NAMES = {"x", "y", "z"};

    private Histograms() {}

    static ObjectTable table(String path, RootObject histogram) {
        boolean profile = histogram.className().startsWith("TProfile");
        int rank = profile
                ? profileRank(histogram.className())
                : histogram.className().charAt(2) - '0';
        BinValues cells = BinValues.of(histogram, profile);
        List<Axis> axes = new ArrayList<>();
        long all = 1;
        for (int d = 0; d < rank; d++) {
            Axis axis = Axis.of(histogram, "f%saxis".formatted(NAMES[d].toUpperCase(Locale.ROOT)), cells.size());
            axes.add(axis);
            all = Math.multiplyExact(all, axis.bins() + 2L);
        }
        if (all != cells.size()) {
            throw RootFormatException.broken(-1, "a histogram of %d bins has %d cells".formatted(all, cells.size()));
        }
        int[] rows = inner(axes);
        var builder = new SmallTable.Builder();
        for (int d = 0; d < rank; d++) {
            edges(builder, axes, d, rows);
        }
        String counted = rank == 1 ? titleOf(histogram, "fYaxis") : rank == 2 ? titleOf(histogram, "fZaxis") : "";
        builder.add("content", counted, picked(rows, cells::content));
        builder.add("error", counted, picked(rows, cells::error));
        if (profile) {
            builder.add("entries", "", picked(rows, cells::entries));
        }
        return builder.build(path, rows.length, metadata(histogram, cells, rank));
    }

    private static int profileRank(String className) {
        return className.contains("3") ? 3 : className.contains("2") ? 2 : 1;
    }

    private static String titleOf(RootObject histogram, String axis) {
        RootObject object = histogram.object(axis);
        return object == null ? "" : object.text("fTitle");
    }

    /** The cells within all axes; x runs fastest in the file, slowest in the table. */
    private static int[] inner(List<Axis> axes) {
        int rows = 1;
        for (Axis axis : axes) {
            rows = Math.multiplyExact(rows, axis.bins());
        }
        int[] cells = new int[rows];
        for (int row = 0; row < rows; row++) {
            int rest = row;
            int cell = 0;
            for (int d = axes.size() - 1; d >= 0; d--) {
                int stride = 1;
                for (int before = 0; before < d; before++) {
                    stride *= axes.get(before).bins() + 2;
                }
                cell += (rest % axes.get(d).bins() + 1) * stride;
                rest /= axes.get(d).bins();
            }
            cells[row] = cell;
        }
        return cells;
    }

    private static void edges(SmallTable.Builder builder, List<Axis> axes, int d, int[] rows) {
        Axis axis = axes.get(d);
        int repeat = 1;
        for (int after = d + 1; after < axes.size(); after++) {
            repeat *= axes.get(after).bins();
        }
        double[] low = new double[rows.length];
        double[] high = new double[rows.length];
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            int bin = row / repeat % axis.bins();
            low[row] = axis.edges()[bin];
            high[row] = axis.edges()[bin + 1];
            if (!axis.labels().isEmpty()) {
                labels.add(axis.labels().get(bin));
            }
        }
        builder.add(NAMES[d] + "_low", axis.title(), low);
        builder.add(NAMES[d] + "_high", axis.title(), high);
        if (!labels.isEmpty()) {
            builder.add(NAMES[d] + "_label", labels);
        }
    }

    /** A value of a cell. */
    private interface OfCell {
        double at(int cell);
    }

    private static double[] picked(int[] cells, OfCell value) {
        double[] picked = new double[cells.length];
        for (int row = 0; row < cells.length; row++) {
            picked[row] = value.at(cells[row]);
        }
        return picked;
    }

    private static SequencedMap<String, String> metadata(RootObject histogram, BinValues cells, int rank) {
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        if (!histogram.text("fTitle").isBlank()) {
            metadata.put("title", histogram.text("fTitle"));
        }
        metadata.put("entries", number(histogram.number("fEntries")));
        if (rank == 1) {
            metadata.put("underflow", number(cells.content(0)));
            metadata.put("overflow", number(cells.content(cells.size() - 1)));
        }
        return metadata;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
