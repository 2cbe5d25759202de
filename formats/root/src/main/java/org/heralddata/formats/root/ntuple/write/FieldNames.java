package org.heralddata.formats.root.ntuple.write;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that fields can have (section "Naming specification"), each once. */
final class FieldNames {
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}. \\\\/]");

    private final Set<String> taken = new HashSet<>();

    String take(String wanted) {
        String plain = of(wanted);
        String name = plain;
        for (int n = 2; !taken.add(name); n++) {
            name = plain + "_" + n;
        }
        return name;
    }

    static String of(String wanted) {
        return FORBIDDEN.matcher(wanted).replaceAll("_");
    }
}
