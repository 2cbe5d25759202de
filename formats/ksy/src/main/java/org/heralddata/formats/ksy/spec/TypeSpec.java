package org.heralddata.formats.ksy.spec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.heralddata.formats.ksy.spec.AttributeSpec.SwitchSpec;
import org.jspecify.annotations.Nullable;

/** A type as described: the file's own, or one within another. Filled while it is read, then not changed. */
public final class TypeSpec {
    private final String name;
    private final @Nullable TypeSpec outer;
    private final Source source;
    final List<AttributeSpec> parameters = new ArrayList<>();
    final List<AttributeSpec> sequence = new ArrayList<>();
    final List<AttributeSpec> instances = new ArrayList<>();
    final SequencedMap<String, TypeSpec> types = new LinkedHashMap<>();
    final SequencedMap<String, EnumSpec> enums = new LinkedHashMap<>();
    final List<Text> imports = new ArrayList<>();
    String doc = "";
    String title = "";
    boolean opaqueTypes;

    @Nullable
    Text endian;

    @Nullable
    SwitchSpec endianSwitch;

    @Nullable
    Text bitEndian;

    @Nullable
    Text encoding;

    /** Numbers and their labels, in the file's order. */
    public record EnumSpec(String name, SequencedMap<BigInteger, String> labels) {}

    TypeSpec(String name, @Nullable TypeSpec outer, Source source) {
        this.name = name;
        this.outer = outer;
        this.source = source;
    }

    public String name() {
        return name;
    }

    /** Null of a file's own type. */
    public @Nullable TypeSpec outer() {
        return outer;
    }

    /** The file's own type. */
    public TypeSpec top() {
        return outer == null ? this : outer.top();
    }

    public Source source() {
        return source;
    }

    public List<AttributeSpec> parameters() {
        return parameters;
    }

    public List<AttributeSpec> sequence() {
        return sequence;
    }

    public List<AttributeSpec> instances() {
        return instances;
    }

    public SequencedMap<String, TypeSpec> types() {
        return types;
    }

    public SequencedMap<String, EnumSpec> enums() {
        return enums;
    }

    public List<Text> imports() {
        return imports;
    }

    public String doc() {
        return doc;
    }

    public String title() {
        return title;
    }

    /** True if types that are not defined may stand in files beside this one. */
    public boolean opaqueTypes() {
        return top().opaqueTypes;
    }

    /** {@code le} or {@code be} said by this type itself. */
    public @Nullable Text endian() {
        return endian;
    }

    public @Nullable SwitchSpec endianSwitch() {
        return endianSwitch;
    }

    /** Said by this type or one around it. */
    public @Nullable Text bitEndian() {
        return bitEndian != null || outer == null ? bitEndian : outer.bitEndian();
    }

    /** Said by this type or one around it. */
    public @Nullable Text encoding() {
        return encoding != null || outer == null ? encoding : outer.encoding();
    }

    /** {@code outer::inner}, as diagnostics show it. */
    public String path() {
        return outer == null ? name : outer.path() + "::" + name;
    }
}
