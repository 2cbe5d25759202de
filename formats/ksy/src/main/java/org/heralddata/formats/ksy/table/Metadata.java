package org.heralddata.formats.ksy.table;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.run.Field;
import org.heralddata.formats.ksy.run.Kind;
import org.heralddata.formats.ksy.run.Member;
import org.heralddata.formats.ksy.run.Peek;
import org.heralddata.formats.ksy.run.Struct;
import org.heralddata.formats.ksy.run.TypeNode;
import org.jspecify.annotations.Nullable;

/** The scalars of a file that stand outside of its tables, as far as no table has to be read to come to them. */
final class Metadata {
    private static final int MOST_ENTRIES = 500;
    private static final int MOST_TEXT = 2000;
    private static final int MOST_BYTES = 64;

    private final List<TablePlan> tables;
    private final SequencedMap<String, String> found = new LinkedHashMap<>();

    private Metadata(List<TablePlan> tables) {
        this.tables = tables;
    }

    /** Reads fields until a table begins; those of a structure with a size of its own are passed over, if it holds one. */
    static SequencedMap<String, String> of(Struct whole, List<TablePlan> tables) {
        var metadata = new Metadata(tables);
        if (tables.stream().noneMatch(table -> table.path().isEmpty())) {
            metadata.fields(whole, "", List.of());
        }
        return metadata.found;
    }

    /** False if a table stands in the way. */
    private boolean fields(Struct struct, String prefix, List<String> path) {
        for (Field field : struct.type().sequence()) {
            var here = new java.util.ArrayList<>(path);
            here.add(field.name());
            if (holdsTable(here)) {
                Struct inside = field.isRepeated() ? null : Peek.begin(field, struct);
                boolean whole = inside != null
                        && (Peek.hasOwnStream(field, struct)
                                ? passed(inside, field, prefix, here)
                                : fields(inside, prefix + field.name() + ".", here));
                if (!whole) {
                    instances(struct, prefix, path);
                    return false;
                }
                continue;
            }
            Peek.read(field, struct);
            add(struct, field, prefix);
        }
        instances(struct, prefix, path);
        return true;
    }

    private boolean passed(Struct inside, Field field, String prefix, List<String> here) {
        fields(inside, prefix + field.name() + ".", here);
        return true;
    }

    private boolean holdsTable(List<String> path) {
        return tables.stream()
                .anyMatch(t -> t.path().size() >= path.size()
                        && t.path().subList(0, path.size()).equals(path));
    }

    private void instances(Struct struct, String prefix, List<String> path) {
        for (Member member : struct.type().members()) {
            var here = new java.util.ArrayList<>(path);
            here.add(member.name());
            if (member.isLazy() && member.kind().column() != null && !holdsTable(here)) {
                try {
                    add(struct, member, prefix);
                } catch (Failure notYet) {
                    if (notYet.code() == KsyCode.LIMIT) {
                        throw notYet;
                    }
                }
            }
        }
    }

    private void add(Struct struct, Member member, String prefix) {
        if (!member.spec().named() || member.spec().contents() != null || found.size() >= MOST_ENTRIES) {
            return;
        }
        Object value = struct.value(member);
        String name = prefix + member.name();
        if (value instanceof Struct inner) {
            all(inner, name + ".");
        } else {
            String text = text(value, member.kind());
            if (text != null) {
                found.put(name, text);
            }
        }
    }

    private void all(Struct struct, String prefix) {
        TypeNode type = struct.type();
        for (Field field : type.sequence()) {
            add(struct, field, prefix);
        }
        instances(struct, prefix, List.of(""));
    }

    private static @Nullable String text(@Nullable Object value, Kind kind) {
        return switch (value) {
            case null -> null;
            case String words -> words.length() > MOST_TEXT ? words.substring(0, MOST_TEXT) + "…" : words;
            case byte[] bytes ->
                bytes.length > MOST_BYTES ? null : HexFormat.of().formatHex(bytes);
            case BigInteger large -> label(large, kind);
            case Long number -> label(BigInteger.valueOf(number), kind);
            case Double number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> null;
        };
    }

    private static String label(BigInteger number, Kind kind) {
        String label = kind.labels() == null ? null : kind.labels().get(number);
        return label == null ? number.toString() : label;
    }
}
