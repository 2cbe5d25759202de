package org.heralddata.formats.hdf5.write;

import java.util.HashSet;
import java.util.Set;

/** Names that a group's links can have: without slash, not a single dot, each once. */
final class LinkNames {
    private final Set<String> taken = new HashSet<>();

    String link(String name) {
        String base = name.replace('/', '_').replace('\0', '_');
        String plain = base.isBlank() || base.equals(".") || base.equals("..") ? "_" + base : base;
        String unique = plain;
        for (int n = 2; !taken.add(unique); n++) {
            unique = plain + "_" + n;
        }
        return unique;
    }
}
