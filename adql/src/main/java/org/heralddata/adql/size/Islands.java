package org.heralddata.adql.size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Relations that conditions tie together. For one thread. */
final class Islands {
    private final Map<String, Integer> island = new HashMap<>();

    void add(String relation) {
        island.put(relation, island.size());
    }

    /** Says that a condition names all of these; those that are not known are left out. */
    void tie(Set<String> relations) {
        Integer first = null;
        for (String relation : relations) {
            Integer other = island.get(relation);
            if (other == null) {
                continue;
            }
            if (first == null) {
                first = other;
            } else {
                int kept = first;
                int gone = other;
                island.replaceAll((_, number) -> number == gone ? kept : number);
            }
        }
    }

    List<List<String>> all() {
        Map<Integer, List<String>> byNumber = new TreeMap<>();
        island.forEach((relation, number) ->
                byNumber.computeIfAbsent(number, _ -> new ArrayList<>()).add(relation));
        return List.copyOf(byNumber.values());
    }
}
