package org.heralddata.formats.root.streamer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.heralddata.formats.root.file.RootFormatException;
import org.jspecify.annotations.Nullable;

/**
 * An object of a file by the names of its members, those of its bases among them. A value is null, a {@link Long}, a
 * {@link Double}, a {@link String}, a {@code long[]}, a {@code double[]}, a {@link List} of these, a {@link RootObject}, or
 * an {@link EmbeddedBasket}. Filled while it is read, not changed after.
 */
public final class RootObject {
    private final String className;
    private final SequencedMap<String, @Nullable Object> members = new LinkedHashMap<>();
    private boolean opaque;

    RootObject(String className) {
        this.className = className;
    }

    void put(String name, @Nullable Object value) {
        members.putIfAbsent(name, value);
    }

    /** Notes that the class is unknown, so that there are no members. */
    void passOver() {
        opaque = true;
    }

    public String className() {
        return className;
    }

    /** True if the class is unknown, so that nothing of the object was read. */
    public boolean isOpaque() {
        return opaque;
    }

    public SequencedMap<String, @Nullable Object> members() {
        return members;
    }

    public boolean has(String name) {
        return members.get(name) != null;
    }

    public @Nullable Object value(String name) {
        return members.get(name);
    }

    /** The text of a member; empty if there is none. */
    public String text(String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    /** A whole number, which old files may keep as a floating-point one. */
    public long integer(String name) {
        return switch (members.get(name)) {
            case Long number -> number;
            case Double number when number == Math.rint(number) -> number.longValue();
            case null, default -> throw missing(name);
        };
    }

    public long integer(String name, long absent) {
        return members.get(name) instanceof Number ? integer(name) : absent;
    }

    public double number(String name) {
        return switch (members.get(name)) {
            case Long number -> number;
            case Double number -> number;
            case null, default -> throw missing(name);
        };
    }

    /** The array of integers; empty if the pointer is null. */
    public long[] integers(String name) {
        return members.get(name) instanceof long[] numbers ? numbers : new long[0];
    }

    /** The array of floating-point numbers; empty if the pointer is null. */
    public double[] numbers(String name) {
        return members.get(name) instanceof double[] numbers ? numbers : new double[0];
    }

    /** The elements of a {@code TObjArray}, {@code TList} or STL container; empty if the pointer is null. */
    public List<?> list(String name) {
        return switch (members.get(name)) {
            case List<?> list -> list;
            case RootObject object -> object.elements();
            case null, default -> List.of();
        };
    }

    /** The elements, if this object is a collection. */
    public List<?> elements() {
        return members.get(ELEMENTS) instanceof List<?> list ? list : List.of();
    }

    public @Nullable RootObject object(String name) {
        return members.get(name) instanceof RootObject object ? object : null;
    }

    /** The name under which the elements of a collection are kept. */
    static final String ELEMENTS = "";

    private RootFormatException missing(String name) {
        return RootFormatException.unsupported("`%s` has no `%s` that Herald reads".formatted(className, name));
    }
}
