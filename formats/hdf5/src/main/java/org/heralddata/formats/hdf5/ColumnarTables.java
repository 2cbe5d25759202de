package org.heralddata.formats.hdf5;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heralddata.formats.hdf5.cells.Field;
import org.heralddata.formats.hdf5.cells.Fields;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.formats.hdf5.file.Datatype;
import org.heralddata.formats.hdf5.file.Group;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * A group whose datasets agree in their first dimension is a table of as many rows, its datasets the columns.
 *
 * <p>Of several lengths the one that most datasets have makes the table of the group's name; each other length makes a
 * table named by the first of its datasets. A length that a lone dataset has makes a table of the dataset's name.
 */
final class ColumnarTables {
    private static final Pattern ENTRY_SHAPE = Pattern.compile("\\[[1-9]\\d{0,5}(, [1-9]\\d{0,5}){0,7}]");

    private final PlanContext context;

    ColumnarTables(PlanContext context) {
        this.context = context;
    }

    List<PlannedTable> plan(Group group, List<Dataset> datasets) {
        Map<String, Dataset> byName =
                datasets.stream().collect(Collectors.toMap(Dataset::name, Function.identity(), (a, b) -> a));
        Set<Dataset> masks = datasets.stream()
                .flatMap(d -> Optional.ofNullable(mask(d, byName)).stream())
                .collect(Collectors.toSet());
        Map<Long, List<Dataset>> byLength = new LinkedHashMap<>();
        for (Dataset dataset : datasets) {
            if (!masks.contains(dataset)) {
                byLength.computeIfAbsent(dataset.space().dims().getFirst(), n -> new ArrayList<>())
                        .add(dataset);
            }
        }
        int most = byLength.values().stream().mapToInt(List::size).max().orElse(0);
        boolean groupNamed = false;
        List<PlannedTable> tables = new ArrayList<>();
        for (var entry : byLength.entrySet()) {
            List<Dataset> members = entry.getValue();
            boolean ofGroup = !groupNamed && members.size() == most && (most > 1 || declared(group));
            groupNamed |= ofGroup;
            String name = ofGroup ? group.path() : members.getFirst().path();
            table(name, entry.getKey(), members, byName, ofGroup ? group : null).ifPresent(tables::add);
        }
        return tables;
    }

    /** Herald's own tables say so, since one of a single column could not be told from a dataset. */
    private boolean declared(Group group) {
        return group.attribute(Layouts.TABLE).isPresent();
    }

    private Optional<PlannedTable> table(
            String name, long rows, List<Dataset> members, Map<String, Dataset> byName, @Nullable Group group) {
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        if (group != null && !group.path().equals("/")) {
            context.addMetadata(metadata, "", group.attributes(), Set.of());
        }
        List<PlannedColumn> columns = new ArrayList<>();
        for (Dataset dataset : members) {
            columns.addAll(columns(dataset, byName));
            String prefix = members.size() == 1 ? "" : dataset.name() + ".";
            context.addMetadata(metadata, prefix, dataset.attributes(), told());
        }
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlannedTable(name, rows, PlanContext.unique(columns), metadata));
    }

    /** @param byName the datasets of the same group, among them perhaps the mask */
    List<PlannedColumn> columns(Dataset dataset, Map<String, Dataset> byName) {
        List<PlannedColumn> columns = new ArrayList<>();
        for (Field field : context.fields(dataset)) {
            columns.add(
                    new PlannedColumn(column(dataset, field), dataset, typed(dataset, field), masked(dataset, byName)));
        }
        return columns;
    }

    private static Set<String> told() {
        return Stream.of(Conventions.UNIT, Conventions.UCD, Conventions.DESCRIPTION)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    private Column column(Dataset dataset, Field field) {
        Attributes attributes = context.attributes();
        String unit =
                attributes.firstText(dataset.attributes(), Conventions.UNIT).orElse(field.time() ? "s" : null);
        Field typed = typed(dataset, field);
        String plain = text(dataset, Layouts.NAME).orElse(dataset.name());
        String name = plain + (field.name().isEmpty() ? "" : "." + field.name());
        return new Column(
                name.isEmpty() ? "value" : name,
                typed.type(),
                typed.shape(),
                typed.type() == ColumnType.TIMESTAMP ? null : unit,
                attributes.firstText(dataset.attributes(), Conventions.UCD).orElse(null),
                attributes
                        .firstText(dataset.attributes(), Conventions.DESCRIPTION)
                        .orElse(null));
    }

    /** Integers that count nanoseconds since 1970, or numpy's times, are timestamps. */
    private Field typed(Dataset dataset, Field field) {
        Attributes attributes = context.attributes();
        List<Integer> entry = entryShape(dataset);
        if (!entry.isEmpty()) {
            return field.ofEntries(entry);
        }
        boolean nanoseconds = attributes
                .firstText(dataset.attributes(), Conventions.UNIT)
                .filter(u -> u.equals(Layouts.TIME_UNIT))
                .isPresent();
        if (nanoseconds) {
            return field.asNanoseconds();
        }
        return attributes
                .firstText(dataset.attributes(), List.of("value_type", "kind"))
                .map(field::asTimes)
                .orElse(field);
    }

    /** Sizes of the entries of lists that were written flat. */
    private List<Integer> entryShape(Dataset dataset) {
        return text(dataset, Layouts.ENTRY_SHAPE)
                .filter(t -> ENTRY_SHAPE.matcher(t).matches())
                .map(t -> Stream.of(t.substring(1, t.length() - 1).split(", ", -1))
                        .map(Integer::valueOf)
                        .toList())
                .orElse(List.of());
    }

    private Optional<String> text(Dataset dataset, String attribute) {
        return dataset.attribute(attribute).flatMap(context.attributes()::text);
    }

    private PlannedColumn.@Nullable Mask masked(Dataset dataset, Map<String, Dataset> byName) {
        Dataset mask = mask(dataset, byName);
        return mask == null
                ? null
                : new PlannedColumn.Mask(
                        mask,
                        Fields.of(mask, Fields.Habits.NONE, (name, why) -> {}).getFirst());
    }

    private @Nullable Dataset mask(Dataset dataset, Map<String, Dataset> byName) {
        return dataset.attribute(Layouts.MISSING)
                .flatMap(context.attributes()::text)
                .map(byName::get)
                .filter(m -> m.type() instanceof Datatype.Enumeration e
                        && e.isBoolean()
                        && m.space().rank() == 1
                        && m.space()
                                .dims()
                                .getFirst()
                                .equals(dataset.space().dims().getFirst()))
                .orElse(null);
    }
}
