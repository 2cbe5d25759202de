package org.heralddata.formats.root.ntuple;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Puts shapes and vectors into one another, dimensions of fixed size joining the level above. */
final class Nesting {

    private Nesting() {}

    /** @throws IllegalArgumentException if {@code inner} has missing values that the level above could not show */
    static Shape within(int dimension, Cells cells) {
        Shape inner = cells.shape();
        boolean mayMiss = cells instanceof OptionalCells || cells instanceof VariantCells;
        if (mayMiss && !ownLevel(inner)) {
            throw new IllegalArgumentException("missing arrays within lists");
        }
        List<Integer> sizes = new ArrayList<>(inner.sizes());
        sizes.addFirst(dimension);
        return new Shape(sizes);
    }

    /** True if the elements of a list of such things have a level of lists of their own. */
    private static boolean ownLevel(Shape inner) {
        return inner.isScalar() || inner.varies();
    }

    /**
     * Lists of elements of a shape.
     *
     * @param offsets gives the offsets, each times the factor asked for
     */
    static Vector lists(IntFunction<int[]> offsets, Vector elements, Shape inner, int count, @Nullable BitSet nulls) {
        if (ownLevel(inner)) {
            return new Vector.Lists(offsets.apply(1), elements, count, nulls);
        }
        var level = (Vector.Lists) elements;
        return new Vector.Lists(offsets.apply(inner.fixedElements()), level.elements(), count, nulls);
    }
}
