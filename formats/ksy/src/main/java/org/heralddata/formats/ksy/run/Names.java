package org.heralddata.formats.ksy.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heralddata.formats.ksy.spec.TypeSpec;
import org.heralddata.formats.ksy.spec.TypeSpec.EnumSpec;
import org.jspecify.annotations.Nullable;

/**
 * Finds types and enumerations by name: within the type, then outwards, then among the files.
 *
 * @param files own types of all files by the names that they are imported by
 */
record Names(Map<String, TypeSpec> files) {

    /** Null if there is none. */
    @Nullable
    TypeSpec type(List<String> path, TypeSpec from) {
        TypeSpec found = first(path.getFirst(), from);
        for (String name : path.subList(1, path.size())) {
            found = found == null ? null : found.types().get(name);
        }
        return found;
    }

    private @Nullable TypeSpec first(String name, TypeSpec from) {
        for (TypeSpec scope = from; scope != null; scope = scope.outer()) {
            TypeSpec inner = scope.types().get(name);
            if (inner != null) {
                return inner;
            }
            if (scope.name().equals(name)) {
                return scope;
            }
        }
        return files.get(name);
    }

    /** Null if there is none. */
    @Nullable
    EnumSpec enumeration(List<String> path, TypeSpec from) {
        String name = path.getLast();
        if (path.size() > 1) {
            TypeSpec holder = type(path.subList(0, path.size() - 1), from);
            return holder == null ? null : holder.enums().get(name);
        }
        for (TypeSpec scope = from; scope != null; scope = scope.outer()) {
            EnumSpec found = scope.enums().get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What may be written there, to find the nearest. */
    List<String> types(TypeSpec from) {
        var names = new ArrayList<>(files.keySet());
        for (TypeSpec scope = from; scope != null; scope = scope.outer()) {
            names.addAll(scope.types().keySet());
        }
        return names;
    }

    /** What may be written there, to find the nearest. */
    List<String> enumerations(TypeSpec from) {
        var names = new ArrayList<String>();
        for (TypeSpec scope = from; scope != null; scope = scope.outer()) {
            names.addAll(scope.enums().keySet());
        }
        return names;
    }
}
