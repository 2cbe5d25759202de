package org.heralddata.formats.root.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Titles that end with a unit in brackets, such as {@code Energy [GeV]}. */
public final class AxisTitle {
    private static final Pattern FORM = Pattern.compile("(.*\\S)\\s*[\\[(]\\s*([^\\[\\]()]*[^\\[\\]()\\s])\\s*[\\])]");

    private AxisTitle() {}

    /** The unit, as written, if what stands in the brackets is a known unit; else null. */
    public static @Nullable String unit(String title) {
        Matcher matcher = FORM.matcher(title.strip());
        if (!matcher.matches()) {
            return null;
        }
        String unit = matcher.group(2);
        return Character.isDigit(unit.charAt(0)) || Unit.fromFile(unit).isEmpty() ? null : unit;
    }
}
