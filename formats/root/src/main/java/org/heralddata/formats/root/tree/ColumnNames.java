package org.heralddata.formats.root.tree;

import java.util.regex.Pattern;
import org.heralddata.formats.root.file.RootFormatException;

/** How branches name columns: the names of the branches from the top, with slashes, dimensions left out. */
final class ColumnNames {
    private static final Pattern DIMENSIONS = Pattern.compile("(\\[[^\\[\\]]*\\])+$");

    private static final int LONGEST = 2000;

    private ColumnNames() {}

    /** The path of a branch below another; {@code above} is empty at the top. */
    static String below(String above, String name) {
        if (name.length() > LONGEST) {
            throw RootFormatException.broken(-1, "a branch with a name of %d letters".formatted(name.length()));
        }
        String bare = DIMENSIONS.matcher(name).replaceFirst("");
        if (bare.isEmpty()) {
            bare = name.isEmpty() ? "?" : name;
        }
        return above.isEmpty() ? bare : above + "/" + bare;
    }
}
