package org.heralddata.model.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.heralddata.model.sky.SkyPosition;

/**
 * Which parts of the sky at which times.
 *
 * @param timeOrder  of the shortest cells of time, 0 to 61
 * @param spaceOrder of the smallest cells of the sky, 0 to 29
 * @param parts      by rising time; the times of two parts have nothing in common, neighbours of equal cells are one part
 */
public record SpaceTimeMoc(int timeOrder, int spaceOrder, List<Part> parts) implements Moc {

    /** The same part of the sky at all of these times; see {@link TimeMoc#cells} and {@link SpaceMoc#cells}. Neither is empty. */
    public record Part(Ranges times, Ranges cells) {}

    public SpaceTimeMoc {
        Axis.TIME.requireOrder(timeOrder);
        Axis.SPACE.requireOrder(spaceOrder);
        parts = List.copyOf(parts);
    }

    @Override
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** All times at which there is something. */
    public TimeMoc times() {
        return new TimeMoc(timeOrder, parts.stream().map(Part::times).reduce(Ranges.EMPTY, Ranges::union));
    }

    /** All of the sky that is covered at some time. */
    public SpaceMoc cells() {
        return new SpaceMoc(spaceOrder, parts.stream().map(Part::cells).reduce(Ranges.EMPTY, Ranges::union));
    }

    /** @param utcNs nanoseconds of UTC since 1970, leap seconds not counted */
    public boolean contains(long utcNs, SkyPosition position) {
        long time = TcbClock.microseconds(utcNs);
        var where = new SpaceMoc(spaceOrder, Ranges.EMPTY);
        for (Part part : parts) {
            if (part.times.contains(time)) {
                where = where.union(new SpaceMoc(spaceOrder, part.cells));
            }
        }
        return where.contains(position);
    }

    public SpaceTimeMoc union(SpaceTimeMoc other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return of(Math.max(timeOrder, other.timeOrder), Math.max(spaceOrder, other.spaceOrder), all);
    }

    public SpaceTimeMoc intersection(SpaceTimeMoc other) {
        List<Part> both = new ArrayList<>();
        for (Part a : parts) {
            for (Part b : other.parts) {
                Ranges times = a.times.intersection(b.times);
                Ranges cells = times.isEmpty() ? Ranges.EMPTY : a.cells.intersection(b.cells);
                if (!cells.isEmpty()) {
                    both.add(new Part(times, cells));
                }
            }
        }
        return of(Math.max(timeOrder, other.timeOrder), Math.max(spaceOrder, other.spaceOrder), both);
    }

    /** Made of parts whose times may overlap, in any order. Times are cut where a part begins or ends. */
    public static SpaceTimeMoc of(int timeOrder, int spaceOrder, List<Part> overlapping) {
        if (isInTurn(overlapping)) {
            List<Part> joined = new ArrayList<>();
            overlapping.forEach(part -> append(joined, part));
            return new SpaceTimeMoc(timeOrder, spaceOrder, joined);
        }
        List<Turn> turns = new ArrayList<>();
        for (Part part : overlapping) {
            for (int i = 0; i < part.times.count(); i++) {
                turns.add(new Turn(part.times.first(i), true, part));
                turns.add(new Turn(part.times.end(i), false, part));
            }
        }
        turns.sort(Comparator.comparingLong(Turn::at));
        List<Part> parts = new ArrayList<>();
        List<Part> open = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            if (turn.begins) {
                open.add(turn.part);
            } else {
                open.remove(turn.part);
            }
            long next = i + 1 < turns.size() ? turns.get(i + 1).at : turn.at;
            if (next > turn.at) {
                Ranges cells = open.stream().map(Part::cells).distinct().reduce(Ranges.EMPTY, Ranges::union);
                if (!cells.isEmpty()) {
                    append(parts, new Part(Ranges.of(turn.at, next), cells));
                }
            }
        }
        return new SpaceTimeMoc(timeOrder, spaceOrder, parts);
    }

    /** Where a part begins or ends. */
    private record Turn(long at, boolean begins, Part part) {}

    /** True if each part ends before the next begins, as in maps that were written in order. */
    private static boolean isInTurn(List<Part> parts) {
        long end = -1;
        for (Part part : parts) {
            if (part.times.isEmpty() || part.cells.isEmpty() || part.times.first(0) < end) {
                return false;
            }
            end = part.times.end(part.times.count() - 1);
        }
        return true;
    }

    /** Joins it to the last one if the sky is the same. */
    private static void append(List<Part> parts, Part next) {
        Part last = parts.isEmpty() ? null : parts.getLast();
        if (last != null && last.cells.equals(next.cells)) {
            parts.set(parts.size() - 1, new Part(last.times.union(next.times), last.cells));
        } else {
            parts.add(next);
        }
    }
}
