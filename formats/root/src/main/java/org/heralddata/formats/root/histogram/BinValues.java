package org.heralddata.formats.root.histogram;

import java.util.Arrays;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.streamer.RootObject;
import org.jspecify.annotations.Nullable;

/**
 * What a histogram holds in each cell, under- and overflow among them. Contents and errors as {@code TH1::GetBinError} and
 * {@code TProfile::GetBinError} give them.
 *
 * @param sums    content; of a profile, the weighted sum of y
 * @param squares sum of squared weights (of a profile, of y); empty if every weight is 1
 * @param counts  of a profile: sum of weights; else null
 * @param weights of a profile: sum of squared weights; empty if every weight is 1
 * @param mode    of a profile: 0 error of the mean, 1 spread, 2 spread of integers, 3 one over the root of the weights
 */
@SuppressWarnings("ArrayRecordComponent") // numbers as they are, not changed
record BinValues(double[] sums, double[] squares, double @Nullable [] counts, double[] weights, int mode) {

    static BinValues of(RootObject histogram, boolean profile) {
        double[] sums = histogram.value("fArray") instanceof long[] integers
                ? Arrays.stream(integers).asDoubleStream().toArray()
                : histogram.numbers("fArray");
        double[] squares = array(histogram, "fSumw2", sums.length);
        if (!profile) {
            return new BinValues(sums, squares, null, new double[0], 0);
        }
        double[] counts = array(histogram, "fBinEntries", sums.length);
        if (counts.length != sums.length || squares.length != sums.length) {
            throw RootFormatException.broken(-1, "a profile without its sums");
        }
        double[] weights = array(histogram, "fBinSumw2", sums.length);
        return new BinValues(sums, squares, counts, weights, (int) histogram.integer("fErrorMode", 0));
    }

    private static double[] array(RootObject histogram, String name, int length) {
        RootObject array = histogram.object(name);
        double[] values = array == null ? new double[0] : array.numbers("fArray");
        return values.length == length ? values : new double[0];
    }

    int size() {
        return sums.length;
    }

    /** The content, of a profile the mean of y; 0 where a profile has no entry, as ROOT has it. */
    double content(int cell) {
        return counts == null || counts[cell] == 0 ? sums[cell] : sums[cell] / counts[cell];
    }

    double entries(int cell) {
        return counts == null ? Double.NaN : counts[cell];
    }

    /** The error; NaN where a profile has no entry. */
    double error(int cell) {
        if (counts == null) {
            return Math.sqrt(squares.length == 0 ? Math.abs(sums[cell]) : squares[cell]);
        }
        double count = counts[cell];
        double effective = weights.length == 0 ? count : count * count / weights[cell];
        double mean = sums[cell] / count;
        double spread = Math.sqrt(Math.abs(squares[cell] / count - mean * mean));
        return switch (mode) {
            case 1 -> spread;
            case 2 -> spread != 0 ? spread / Math.sqrt(effective) : 1 / Math.sqrt(12 * effective);
            case 3 -> 1 / Math.sqrt(count);
            default -> spread / Math.sqrt(effective);
        };
    }
}
