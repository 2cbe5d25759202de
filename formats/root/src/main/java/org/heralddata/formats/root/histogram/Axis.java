package org.heralddata.formats.root.histogram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.streamer.RootObject;

/**
 * An axis of a histogram ({@code TAxis}).
 *
 * @param title  may be empty
 * @param edges  one more than bins
 * @param labels one a bin; empty if no bin has one
 */
@SuppressWarnings("ArrayRecordComponent") // numbers as they are, not changed
record Axis(String title, double[] edges, List<String> labels) {

    /** @param most cells of the histogram, which an axis cannot exceed */
    static Axis of(RootObject histogram, String name, long most) {
        RootObject axis = histogram.object(name);
        if (axis == null) {
            throw RootFormatException.unsupported("a histogram without `%s`".formatted(name));
        }
        long bins = axis.integer("fNbins");
        if (bins < 1 || bins > most) {
            throw RootFormatException.broken(-1, "an axis of %d bins for %d cells".formatted(bins, most));
        }
        RootObject told = axis.object("fXbins");
        double[] edges = told == null ? new double[0] : told.numbers("fArray");
        if (edges.length != bins + 1) {
            double low = axis.number("fXmin");
            double high = axis.number("fXmax");
            edges = new double[(int) bins + 1];
            for (int i = 0; i <= bins; i++) {
                edges[i] = i == bins ? high : low + i * ((high - low) / bins);
            }
        }
        return new Axis(axis.text("fTitle"), edges, labels(axis, (int) bins));
    }

    private static List<String> labels(RootObject axis, int bins) {
        List<String> labels = new ArrayList<>(Collections.nCopies(bins, ""));
        boolean any = false;
        for (Object label : axis.list("fLabels")) {
            if (label instanceof RootObject object) {
                long bin = object.integer("fUniqueID", 0);
                if (bin >= 1 && bin <= bins) {
                    labels.set((int) bin - 1, object.text("fString"));
                    any = true;
                }
            }
        }
        return any ? labels : List.of();
    }

    int bins() {
        return edges.length - 1;
    }
}
