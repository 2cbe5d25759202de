package org.heralddata.model.coverage;

import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Ranges as cells of several orders, each as large as can be. */
final class CellList {

    private CellList() {}

    /** By order, the cells as ranges of their own numbers; every cell once. */
    static SortedMap<Integer, Ranges> of(Axis axis, Ranges ranges) {
        var lists = new TreeMap<Integer, ArrayList<Long>>();
        for (int i = 0; i < ranges.count(); i++) {
            long at = ranges.first(i);
            long end = ranges.end(i);
            while (at < end) {
                int order = axis.orderOf(at);
                while (end - at < 1L << axis.shift(order)) {
                    order++;
                }
                int shift = axis.shift(order);
                lists.computeIfAbsent(order, _ -> new ArrayList<>()).add(at >> shift);
                at += 1L << shift;
            }
        }
        SortedMap<Integer, Ranges> cells = new TreeMap<>();
        lists.forEach((order, list) -> cells.put(
                order,
                Ranges.of(list.stream()
                        .flatMapToLong(c -> LongStream.of(c, c + 1))
                        .toArray())));
        return cells;
    }
}
