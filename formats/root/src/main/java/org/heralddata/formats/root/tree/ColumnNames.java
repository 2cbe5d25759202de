package org.heralddata.formats.root.tree;

import java.util.regex.Pattern;

/** How branches name columns: the names of the branches from the top, with slashes, dimensions left out. */
final class ColumnNames {
    private static final Pattern DIMENSIONS = Pattern.compile("(\\[[^\\[\\]]*\\])+$");

    private ColumnNames() {}

    /** The path of a branch below another; {@code above} is empty at the top. */
    static String below(String above, String name) {
        String bare = DIMENSIONS.matcher(name).replaceFirst("");
        if (bare.isEmpty()) {
            bare = name.isEmpty() ? "?" : name;
        }
        return above.isEmpty() ? bare : above + "/" + bare;
    }
}
