package org.heralddata.formats.root.write;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that branches can have, each once: letters, digits, underscores, and dots within. */
final class BranchNames {
    private static final Pattern FORBIDDEN = Pattern.compile("[^\\p{L}\\p{N}_.]|\\.$|^\\.");

    private final Set<String> taken = new HashSet<>();

    String take(String wanted) {
        String plain = FORBIDDEN.matcher(wanted).replaceAll("_");
        String name = plain;
        for (int n = 2; !taken.add(name); n++) {
            name = plain + "_" + n;
        }
        return name;
    }
}
