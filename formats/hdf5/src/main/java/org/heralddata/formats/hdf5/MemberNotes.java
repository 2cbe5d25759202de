package org.heralddata.formats.hdf5;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.formats.hdf5.cells.Field;
import org.heralddata.formats.hdf5.file.Attribute;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.formats.hdf5.file.Datatype;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/** What PyTables' attributes of columns, {@code FIELD_3_ATTR_unit}, tell of the members of a compound. */
final class MemberNotes {
    private static final Pattern NOTE = Pattern.compile("FIELD_(\\d{1,5})_ATTR_(.+)");

    private final Dataset dataset;
    private final Map<String, Map<String, String>> byMember = new HashMap<>();
    private final Set<String> masks = new HashSet<>();

    MemberNotes(PlanContext context, Dataset dataset, Datatype.Compound type) {
        this.dataset = dataset;
        for (Attribute attribute : dataset.attributes()) {
            Matcher note = NOTE.matcher(attribute.name());
            if (note.matches()) {
                int number = Integer.parseInt(note.group(1));
                context.attributes()
                        .text(attribute)
                        .filter(text ->
                                !text.isBlank() && number < type.members().size())
                        .ifPresent(text -> byMember.computeIfAbsent(
                                        type.members().get(number).name(), member -> new HashMap<>())
                                .put(note.group(2), text));
            }
        }
        Set<String> booleans = new HashSet<>();
        for (Datatype.Member member : type.members()) {
            if (member.type() instanceof Datatype.Enumeration e && e.isBoolean()) {
                booleans.add(member.name());
            }
        }
        byMember.values().stream()
                .flatMap(notes -> Optional.ofNullable(notes.get(Layouts.MISSING)).stream())
                .filter(booleans::contains)
                .forEach(masks::add);
    }

    private Optional<String> first(String member, List<String> names) {
        Map<String, String> notes = byMember.getOrDefault(member, Map.of());
        return names.stream()
                .flatMap(name -> Optional.ofNullable(notes.get(name)).stream())
                .findFirst();
    }

    /** True if the member tells where another lacks values. */
    boolean isMask(String member) {
        return masks.contains(member);
    }

    PlannedColumn.@Nullable Mask mask(String member, List<Field> fields) {
        return first(member, List.of(Layouts.MISSING))
                .filter(masks::contains)
                .flatMap(mask ->
                        fields.stream().filter(f -> f.name().equals(mask)).findFirst())
                .map(field -> new PlannedColumn.Mask(dataset, field))
                .orElse(null);
    }

    /** The column's name, where the member has another. */
    String name(String member) {
        return first(member, List.of(Layouts.NAME)).orElse(member);
    }

    Optional<String> unit(String member) {
        return first(member, Conventions.UNIT);
    }

    Optional<String> ucd(String member) {
        return first(member, Conventions.UCD);
    }

    Optional<String> description(String member) {
        return first(member, Conventions.DESCRIPTION);
    }

    /** Integers that count nanoseconds since 1970 are times. */
    Field typed(Field field) {
        return field.type() == ColumnType.INT64
                        && unit(field.name()).filter(Layouts.TIME_UNIT::equals).isPresent()
                ? field.asNanoseconds()
                : field;
    }
}
