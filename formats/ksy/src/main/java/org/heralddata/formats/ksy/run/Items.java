package org.heralddata.formats.ksy.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An array of values: numbers and truths as 64 bits each, others as objects. */
public final class Items {
    private static final int OBJECT = 24;

    private final Kind element;
    private final Run run;
    private long[] numbers = new long[0];
    private @Nullable Object[] objects = new Object[0];
    private int size;

    Items(Kind element, Run run) {
        this.element = element;
        this.run = run;
    }

    public Kind element() {
        return element;
    }

    public int size() {
        return size;
    }

    /** Of an array of numbers or truths; real numbers as their bits. */
    public long number(int index) {
        return numbers[index];
    }

    /** Of an array of others. */
    public @Nullable Object object(int index) {
        return objects[index];
    }

    /** Of any array. */
    @Nullable
    Object value(int index) {
        return element.inLongs() ? Values.boxed(element, numbers[index]) : objects[index];
    }

    void add(long number) {
        if (size == numbers.length) {
            int length = larger();
            run.hold(8L * (length - size));
            numbers = Arrays.copyOf(numbers, length);
        }
        numbers[size++] = number;
    }

    void add(@Nullable Object object) {
        if (size == objects.length) {
            int length = larger();
            run.hold((long) OBJECT * (length - size));
            objects = Arrays.copyOf(objects, length);
        }
        objects[size++] = object;
    }

    public void clear() {
        Arrays.fill(objects, 0, Math.min(size, objects.length), null);
        size = 0;
    }

    private int larger() {
        return Math.max(8, Math.addExact(size, size >> 1));
    }
}
