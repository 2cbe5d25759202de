package org.heralddata.formats.root.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object to be written, its members by name; those not set are 0, empty or null. One instance is one object: written
 * twice, it is referred to.
 */
final class StoredObject {
    private final ClassInfo type;
    private final Map<String, Object> values = new HashMap<>();
    private final List<StoredObject> elements = new ArrayList<>();

    StoredObject(ClassInfo type) {
        this.type = type;
    }

    static StoredObject named(ClassInfo type, String name, String title) {
        return new StoredObject(type).set("fName", name).set("fTitle", title);
    }

    /** An array or a list. */
    static StoredObject collection(ClassInfo type, List<StoredObject> elements) {
        var collection = new StoredObject(type);
        collection.elements.addAll(elements);
        return collection;
    }

    static StoredObject array(List<StoredObject> elements) {
        return collection(Classes.OBJ_ARRAY, elements);
    }

    ClassInfo type() {
        return type;
    }

    List<StoredObject> elements() {
        return elements;
    }

    /** @param value a Number, Boolean, String, StoredObject, int[] or long[], as the member is */
    StoredObject set(String member, Object value) {
        if (!type.has(member)) {
            throw new IllegalArgumentException(type.name() + " has no " + member);
        }
        values.put(member, value);
        return this;
    }

    long number(String member) {
        return switch (values.get(member)) {
            case Boolean flag -> flag ? 1 : 0;
            case Number number -> number.longValue();
            case null, default -> 0;
        };
    }

    double real(String member) {
        return values.get(member) instanceof Number number ? number.doubleValue() : 0;
    }

    String text(String member) {
        return values.get(member) instanceof String text ? text : "";
    }

    @Nullable
    StoredObject object(String member) {
        return values.get(member) instanceof StoredObject object ? object : null;
    }

    /** The elements of an array of ints or longs; none if not set. */
    long[] numbers(String member) {
        return switch (values.get(member)) {
            case long[] longs -> longs;
            case int[] ints -> java.util.Arrays.stream(ints).asLongStream().toArray();
            case null, default -> new long[0];
        };
    }
}
