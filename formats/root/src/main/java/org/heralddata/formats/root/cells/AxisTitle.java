package org.heralddata.formats.root.cells;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Titles that end with a unit in brackets, such as {@code Energy [GeV]} or {@code Energy (GeV)}. */
public final class AxisTitle {
    private static final Pattern FORM =
            Pattern.compile("(?:.*\\S\\s*\\[([^\\[\\]()]+)\\]|.*\\S\\s+\\(([^\\[\\]()]+)\\))");

    private static final int LONGEST = 500;

    private AxisTitle() {}

    /** The unit, as written, if what stands in the brackets is a known unit; else null. */
    public static @Nullable String unit(String title) {
        if (title.length() > LONGEST) {
            return null;
        }
        Matcher matcher = FORM.matcher(title.strip());
        if (!matcher.matches()) {
            return null;
        }
        String unit = (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).strip();
        return unit.isEmpty()
                        || Character.isDigit(unit.charAt(0))
                        || Unit.fromFile(unit).isEmpty()
                ? null
                : unit;
    }
}
