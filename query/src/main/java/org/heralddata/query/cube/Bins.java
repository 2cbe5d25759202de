package org.heralddata.query.cube;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.heralddata.model.catalogue.PublishedColumn;
import org.jspecify.annotations.Nullable;

/**
 * How a grid is shown: in bins as wide as a person would choose.
 *
 * @param group steps in a bin
 */
public record Bins(Grid grid, int group) {

    /**
     * The bins of a column.
     *
     * <p>Over all values they are bins of the usual grid. Over a part of them, the grid is made of bins of the right number, so that none
     * reaches out of it and lacks what lies there.
     *
     * @param most  bins, at most; 0 for the usual number
     * @param min   null for the least value; of times milliseconds since 1970
     * @return empty if there are no values, or none above 0 for a logarithmic axis
     */
    public static Optional<Bins> of(
            PublishedColumn column, GridScale scale, @Nullable Double min, @Nullable Double max, int most) {
        return min == null && max == null
                ? Grids.of(column, scale, null, null, 0).map(grid -> over(grid, most))
                : Grids.of(column, scale, min, max, most).map(grid -> within(grid, most));
    }

    /** Bins of moments, in milliseconds since 1970. */
    public static Bins ofTimes(double min, double max, int most) {
        return within(Grids.times(min, max, most), most);
    }

    /** The narrowest bins of all values of which there are not more; the widest if all are more. */
    public static Bins over(Grid grid, int most) {
        return choose(grid, most, group -> true);
    }

    private static Bins within(Grid grid, int most) {
        return choose(grid, most, group -> grid.offset(group) == 0 && grid.steps() % group == 0);
    }

    private static Bins choose(Grid grid, int most, IntPredicate allowed) {
        int wanted = most <= 0 ? Grids.MOST_BINS : most;
        List<Integer> groups = groups(grid).stream().filter(allowed::test).toList();
        return new Bins(
                grid,
                groups.stream()
                        .filter(group -> grid.bins(group) <= wanted)
                        .findFirst()
                        .orElseGet(() -> groups.isEmpty() ? grid.steps() : groups.getLast()));
    }

    /** Steps that make a bin of a width that a person would choose, rising. */
    public static List<Integer> groups(Grid grid) {
        IntPredicate nice = switch (grid) {
            case Grid.Decimal(var _, var step, var _, var _) -> group -> NiceSteps.isDecimal(step * group);
            case Grid.Moments(var _, var step, var _) -> group -> NiceSteps.isTime(step * group);
            case Grid.Ratios(var _, var perDecade, var _) -> group -> NiceSteps.isRatio(perDecade, group);
        };
        return IntStream.rangeClosed(1, grid.steps()).filter(nice).boxed().toList();
    }

    public int bins() {
        return grid.bins(group);
    }
}
