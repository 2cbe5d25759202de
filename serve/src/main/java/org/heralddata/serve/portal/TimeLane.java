package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.query.files.Coverage;

/**
 * Which times some files cover, as bars on a line of a hundred units.
 *
 * @param name what the files have in common
 * @param bars from left to right
 * @param label the same in words
 */
public record TimeLane(String name, List<Bar> bars, String label) {

    /**
     * @param from  0 to 100
     * @param width above 0
     * @param files most that cover a part of it
     */
    public record Bar(double from, double width, long files) {}

    /** All lanes of a coverage. */
    static List<TimeLane> all(Coverage coverage) {
        return coverage.lanes().entrySet().stream()
                .map(lane -> of(lane.getKey().isEmpty() ? "no instrument told" : lane.getKey(), lane.getValue()))
                .toList();
    }

    /** @param counts files that cover each of some equal parts */
    static TimeLane of(String name, long[] counts) {
        List<Bar> bars = new ArrayList<>();
        int covered = 0;
        for (int part = 0; part < counts.length; ) {
            int end = part;
            long most = 0;
            while (end < counts.length && counts[end] > 0) {
                most = Math.max(most, counts[end]);
                end++;
            }
            if (end > part) {
                covered += end - part;
                bars.add(new Bar(100.0 * part / counts.length, 100.0 * (end - part) / counts.length, most));
            }
            part = Math.max(end, part + 1);
        }
        String label = "%s: files in %s of the time shown, in %s"
                .formatted(name, Figures.share(covered, counts.length), Figures.counted(bars.size(), "part"));
        return new TimeLane(name, List.copyOf(bars), label);
    }
}
