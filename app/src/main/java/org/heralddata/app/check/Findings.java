package org.heralddata.app.check;

import java.util.ArrayList;
import java.util.List;

/** What one check found. For one thread. */
final class Findings {
    private static final int MOST = 20;
    private static final int LONGEST = 300;

    private final List<Finding> all = new ArrayList<>();
    private int looked;

    /**
     * Something that is wrong.
     *
     * @param where the address that was asked
     * @param what  one sentence
     * @param help  what to do about it
     */
    record Finding(String where, String what, String help) {}

    void add(String where, String what, String help) {
        if (all.size() < MOST) {
            all.add(new Finding(where, shown(what), help));
        }
    }

    /** Tells unless it holds. */
    void require(boolean holds, String where, String what, String help) {
        if (!holds) {
            add(where, what, help);
        }
    }

    /** Counts what was looked at, so that a check of nothing is seen. */
    void looked() {
        looked++;
    }

    int count() {
        return looked;
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    private static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
