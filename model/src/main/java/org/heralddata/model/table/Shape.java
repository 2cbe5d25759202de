package org.heralddata.model.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of one cell: {@code []} a scalar, {@code [3]} three values, {@code [null]} a list whose length varies by row,
 * {@code [null, 3]} a list of triples. Elements are kept in row-major order (the last index runs fastest).
 *
 * @param sizes one size a dimension, {@link #VARIES} where rows differ; only the first may vary
 */
public record Shape(List<Integer> sizes) {

    /** Stands for a dimension whose size differs between rows. */
    public static final int VARIES = -1;

    public static final Shape SCALAR = new Shape(List.of());

    /** A list of any length. */
    public static final Shape LIST = new Shape(List.of(VARIES));

    public Shape {
        sizes = List.copyOf(sizes);
        for (int i = 0; i < sizes.size(); i++) {
            int size = sizes.get(i);
            if (size < VARIES || (size == VARIES && i > 0)) {
                throw new IllegalArgumentException("bad shape " + sizes);
            }
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

    /** Elements of one cell; of one entry of the first dimension if that varies. */
    public int fixedElements() {
        return sizes.stream().filter(n -> n != VARIES).reduce(1, Math::multiplyExact);
    }

    /** {@code [null, 3]}, as in JSON. */
    @Override
    public String toString() {
        return sizes.stream().map(n -> n == VARIES ? "null" : n.toString()).collect(Collectors.joining(", ", "[", "]"));
    }
}
