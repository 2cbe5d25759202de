package org.heralddata.formats.ksy.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The types that a file uses without defining them, which {@code ks-opaque-types} allows. */
final class Opaque {

    private Opaque() {}

    /** Names with one of the places that use them. */
    static Map<String, Text> names(TypeSpec top) {
        Map<String, Text> used = new LinkedHashMap<>();
        collect(top, used);
        return used;
    }

    private static void collect(TypeSpec type, Map<String, Text> used) {
        Stream.of(type.parameters, type.sequence, type.instances)
                .flatMap(list -> list.stream())
                .forEach(attribute -> {
                    if (attribute.type() != null) {
                        add(attribute.type(), type, used);
                    }
                    if (attribute.switchType() != null) {
                        attribute.switchType().cases().forEach(c -> add(c.type(), type, used));
                    }
                });
        type.types.values().forEach(inner -> collect(inner, used));
    }

    private static void add(Text written, TypeSpec type, Map<String, Text> used) {
        String name = written.value().replaceFirst("[(\\[].*$", "");
        if (!AttributeReader.ID.matcher(name).matches()) {
            return;
        }
        for (TypeSpec scope = type; scope != null; scope = scope.outer()) {
            if (scope.types.containsKey(name)) {
                return;
            }
        }
        used.putIfAbsent(name, written);
    }
}
