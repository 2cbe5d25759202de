package org.heralddata.formats.ksy.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.heralddata.formats.ksy.mistake.Problems;
import org.heralddata.formats.ksy.spec.TypeSpec;
import org.jspecify.annotations.Nullable;

/** What the compilation of one description shares. */
final class Linker {
    private final Names names;
    private final Problems problems;
    private final Map<TypeSpec, TypeNode> nodes = new HashMap<>();
    private final Map<TypeSpec, Set<TypeSpec>> parents = new HashMap<>();
    private final List<Late> unsettled = new ArrayList<>();
    private final Set<String> mentioned = new HashSet<>();

    Linker(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    Names names() {
        return names;
    }

    Problems problems() {
        return problems;
    }

    /** The node of a type, of the same file or another. */
    TypeNode node(TypeSpec type) {
        TypeNode known = nodes.get(type);
        if (known == null) {
            known = new TypeNode(type);
            nodes.put(type, known);
            type.types().values().forEach(this::node);
        }
        return known;
    }

    Collection<TypeNode> nodes() {
        return new ArrayList<>(nodes.values());
    }

    /** A structure of one type holds one of another. */
    void holds(TypeSpec parent, TypeSpec child) {
        parents.computeIfAbsent(child, c -> new HashSet<>()).add(parent);
    }

    /** A structure may have any parent. */
    void anyParent(TypeSpec child) {
        parents.computeIfAbsent(child, c -> new HashSet<>()).add(child);
        parents.computeIfAbsent(child, c -> new HashSet<>()).add(child.top());
        parents.get(child).addAll(nodes.keySet());
    }

    /** The type of {@code _parent}; null if there are several or none. */
    @Nullable
    TypeNode parent(TypeSpec child) {
        Set<TypeSpec> found = parents.getOrDefault(child, Set.of());
        return found.size() == 1 ? node(found.iterator().next()) : null;
    }

    /** An expression to be compiled by {@link #settle}. */
    Node late(Supplier<Node> compile) {
        var node = new Late(compile);
        unsettled.add(node);
        return node;
    }

    void settle() {
        unsettled.forEach(Late::settle);
        unsettled.clear();
    }

    /** An expression names something. */
    void mention(String name) {
        mentioned.add(name);
    }

    boolean isMentioned(String name) {
        return mentioned.contains(name);
    }

    /** A type by its path; null if there is none. */
    @Nullable
    TypeNode find(List<String> path, TypeSpec from) {
        TypeSpec found = names.type(path, from);
        return found == null ? null : node(found);
    }
}
