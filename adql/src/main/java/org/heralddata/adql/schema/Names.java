package org.heralddata.adql.schema;

import java.util.regex.Pattern;

/** How names are written in ADQL. */
public final class Names {
    private static final Pattern REGULAR = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private Names() {}

    /** The name itself if it is a regular identifier and no reserved word, else in double quotes. */
    public static String written(String name) {
        return REGULAR.matcher(name).matches() && !ReservedWords.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }
}
