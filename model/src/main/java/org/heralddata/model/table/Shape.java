package org.heralddata.model.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of one cell: {@code []} a scalar, {@code [3]} three values, {@code [null]} a list whose length varies by row,
 * {@code [null, 3]} a list of triples, {@code [null, null]} a list of lists. Elements are kept in row-major order (the last
 * index runs fastest).
 *
 * @param sizes one size a dimension, {@link #VARIES} where rows differ
 */
public record Shape(List<Integer> sizes) {

    /** Stands for a dimension whose size differs between rows. */
    public static final int VARIES = -1;

    public static final Shape SCALAR = new Shape(List.of());

    /** A list of any length. */
    public static final Shape LIST = new Shape(List.of(VARIES));

    public Shape {
        sizes = List.copyOf(sizes);
        if (sizes.stream().anyMatch(n -> n < VARIES)) {
            throw new IllegalArgumentException("bad shape " + sizes);
        }
    }

    public static Shape of(int... sizes) {
        return new Shape(Arrays.stream(sizes).boxed().toList());
    }

    public boolean isScalar() {
        return sizes.isEmpty();
    }

    /** True if the number of elements differs between rows. */
    public boolean varies() {
        return !sizes.isEmpty() && sizes.getFirst() == VARIES;
    }

    /** True of lists within a cell's dimensions, such as {@code [null, null]} or {@code [3, null]}. */
    public boolean isNested() {
        return sizes.lastIndexOf(VARIES) > 0;
    }

    /**
     * The shape of one element of the outermost level of lists: {@code [null]} of {@code [null, null]} and of {@code [3,
     * null]}; the scalar if not nested.
     */
    public Shape inner() {
        return new Shape(sizes.subList(outerDimensions(), sizes.size()));
    }

    /** Elements of the outermost level in one cell; in one entry of the first dimension if that varies. */
    public int fixedElements() {
        return sizes.subList(0, outerDimensions()).stream()
                .filter(n -> n != VARIES)
                .reduce(1, Math::multiplyExact);
    }

    /** Levels of lists in a cell: 0 of a scalar, 1 of {@code [3]} and {@code [null, 3]}, 2 of {@code [null, null]}. */
    public int levels() {
        return isScalar() ? 0 : isNested() ? 1 + inner().levels() : 1;
    }

    private int outerDimensions() {
        return isNested() ? 1 + sizes.subList(1, sizes.size()).indexOf(VARIES) : sizes.size();
    }

    /** {@code [null, 3]}, as in JSON. */
    @Override
    public String toString() {
        return sizes.stream().map(n -> n == VARIES ? "null" : n.toString()).collect(Collectors.joining(", ", "[", "]"));
    }
}
