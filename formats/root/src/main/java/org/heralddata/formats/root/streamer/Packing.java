package org.heralddata.formats.root.streamer;

import java.util.Locale;
import org.heralddata.model.table.ColumnType;

/**
 * How a {@code Float16_t} or {@code Double32_t} is kept: as an integer within a range, as a float with a shortened mantissa,
 * or as a float.
 *
 * @param type   of the value in memory: {@code FLOAT32} or {@code FLOAT64}
 * @param min    value of the integer 0
 * @param factor steps of the integer a unit; 0 if there is no range
 * @param bits   of the mantissa without a range; 0 for a whole float
 */
public record Packing(ColumnType type, double min, double factor, int bits) {
    private static final int FLOAT16_BITS = 12;

    public static Packing float16(String title) {
        Packing told = of(ColumnType.FLOAT32, title);
        return told.factor == 0 && told.bits == 0 ? new Packing(told.type, 0, 0, FLOAT16_BITS) : told;
    }

    public static Packing double32(String title) {
        return of(ColumnType.FLOAT64, title);
    }

    /** Bytes of one value in the file. */
    public int bytes() {
        return factor == 0 && bits != 0 ? 3 : 4;
    }

    /** Reads {@code [min,max,bits]} of a member's comment or a leaf's title, as {@code TStreamerElement} does. */
    private static Packing of(ColumnType type, String title) {
        int left = title.indexOf('[');
        int right = title.indexOf(']', left + 1);
        int comma = title.indexOf(',', left + 1);
        if (left >= 0 && right >= 0 && (comma < 0 || comma > right)) { // the first bracket holds dimensions
            left = title.indexOf('[', right);
            right = title.indexOf(']', left + 1);
            comma = title.indexOf(',', left + 1);
        }
        if (left < 0 || right < 0 || comma < 0 || comma > right) {
            return new Packing(type, 0, 0, 0);
        }
        String[] parts = title.substring(left + 1, right).split(",", -1);
        int bits = parts.length > 2 ? bits(parts[2]) : 32;
        double min = bound(parts[0]);
        double max = bound(parts[1]);
        if (min < max) {
            double steps = bits < 32 ? 1L << bits : 0xffff_ffffL;
            return new Packing(type, min, steps / (max - min), 0);
        }
        return new Packing(type, 0, 0, bits < 15 ? bits : 0);
    }

    private static int bits(String text) {
        double bits = number(text.strip());
        return bits >= 2 && bits <= 32 ? (int) bits : 32;
    }

    private static double bound(String text) {
        String tidy = text.toLowerCase(Locale.ROOT).replace(" ", "");
        if (!tidy.contains("pi")) {
            return number(tidy);
        }
        double value = Math.PI;
        if (tidy.contains("2pi") || tidy.contains("2*pi") || tidy.contains("twopi")) {
            value = 2 * Math.PI;
        } else if (tidy.contains("pi/2")) {
            value = Math.PI / 2;
        } else if (tidy.contains("pi/4")) {
            value = Math.PI / 4;
        }
        return tidy.contains("-") ? -value : value;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0; // as sscanf leaves it
        }
    }
}
