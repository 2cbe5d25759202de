package org.heralddata.fuzz;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One damaged file, to be made again whenever it is needed.
 *
 * @param format  the {@link Subject} that is given it
 * @param sample  name of the file that is damaged
 * @param partner name of the file whose parts may be put into it
 * @param seed    of the damage
 */
record FuzzCase(String format, String sample, String partner, long seed) {
    private static final Pattern FORM = Pattern.compile("(\\S+) (\\S+) with (\\S+) seed (-?\\d+)");

    /** As {@link #toString()} prints it. */
    static FuzzCase parse(String line) {
        Matcher m = FORM.matcher(line.strip());
        if (!m.matches()) {
            throw new IllegalArgumentException("no case: " + line);
        }
        return new FuzzCase(m.group(1), m.group(2), m.group(3), Long.parseLong(m.group(4)));
    }

    Random random() {
        return new Random(seed);
    }

    @Override
    public String toString() {
        return format + " " + sample + " with " + partner + " seed " + seed;
    }
}
