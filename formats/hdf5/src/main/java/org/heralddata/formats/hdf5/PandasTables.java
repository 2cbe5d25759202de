package org.heralddata.formats.hdf5;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heralddata.formats.hdf5.cells.Field;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.formats.hdf5.file.Datatype;
import org.heralddata.formats.hdf5.file.Group;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;

/** The two layouts of {@code DataFrame.to_hdf}: {@code fixed} and {@code table}. Both make one table, named by the key. */
final class PandasTables {

    /** A name in a list that Python pickled in protocol 0: {@code Venergy}, or {@code S'energy'} of Python 2. */
    private static final Pattern PICKLED = Pattern.compile("(?:^|\\na?|\\()(?:V([^\\n]*)|S'([^\\n]*)'|I(\\d+))(?=\\n)");

    private final PlanContext context;

    PandasTables(PlanContext context) {
        this.context = context;
    }

    /** Empty if the group is not pandas's; then other rules apply. */
    Optional<PlannedTable> plan(Group group, List<Dataset> datasets) {
        if (group.attribute("pandas_type").isEmpty()) {
            return Optional.empty();
        }
        Map<String, Dataset> byName =
                datasets.stream().collect(Collectors.toMap(Dataset::name, Function.identity(), (a, b) -> a));
        Dataset table = byName.get("table");
        List<PlannedColumn> columns =
                table != null && table.type() instanceof Datatype.Compound ? ofTable(table) : ofBlocks(byName);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        var metadata = new LinkedHashMap<String, String>();
        context.addMetadata(metadata, "", group.attributes(), Set.of("name"));
        long rows = columns.getFirst().dataset().space().dims().getFirst();
        return Optional.of(new PlannedTable(group.path(), rows, PlanContext.unique(columns), metadata));
    }

    private List<PlannedColumn> ofTable(Dataset table) {
        List<PlannedColumn> columns = new ArrayList<>();
        for (Field field : context.fields(table)) {
            String dtype = text(table, field.name() + "_dtype")
                    .or(() -> text(table, field.name() + "_kind"))
                    .orElse("");
            Field typed = field.asTimes(dtype);
            List<String> names = text(table, field.name() + "_kind")
                    .map(PandasTables::unpickled)
                    .orElse(List.of());
            if (!field.name().startsWith("values_block_")
                    || field.shape().sizes().size() != 1) {
                columns.add(planned(table, typed));
                continue;
            }
            for (int i = 0; i < field.shape().sizes().getFirst(); i++) {
                String name = i < names.size() ? names.get(i) : field.name() + "." + i;
                columns.add(planned(table, typed.element(i, name)));
            }
        }
        return columns;
    }

    /** {@code axis1} is the index; {@code block0_values} holds the columns that {@code block0_items} names, row by row. */
    private List<PlannedColumn> ofBlocks(Map<String, Dataset> byName) {
        Dataset names = byName.get("axis0");
        Dataset index = byName.get("axis1");
        if (names == null || index == null || index.space().rank() != 1) {
            return List.of();
        }
        long rows = index.space().dims().getFirst();
        Map<String, PlannedColumn> columns = new LinkedHashMap<>();
        for (int b = 0; b < byName.size(); b++) {
            Dataset items = byName.get("block%d_items".formatted(b));
            Dataset values = byName.get("block%d_values".formatted(b));
            if (items == null || values == null) {
                continue;
            }
            List<String> blockNames = Scalars.texts(context.file(), items);
            List<Long> dims = values.space().dims();
            if (dims.size() != 2 || dims.get(0) != rows || dims.get(1) != blockNames.size()) {
                context.leftOut(values.path(), "pandas pickled the columns %s".formatted(blockNames));
                continue;
            }
            String dtype = text(values, "value_type").orElse("");
            for (Field field : context.fields(values)) {
                for (int i = 0; i < blockNames.size(); i++) {
                    String name = blockNames.get(i);
                    columns.put(name, planned(values, field.asTimes(dtype).element(i, name)));
                }
            }
        }
        List<PlannedColumn> ordered = new ArrayList<>();
        for (Field field : context.fields(index)) {
            ordered.add(
                    planned(index, field.asTimes(text(index, "kind").orElse("")).named("index")));
        }
        for (String name : Scalars.texts(context.file(), names)) {
            Optional.ofNullable(columns.remove(name)).ifPresent(ordered::add);
        }
        ordered.addAll(columns.values());
        return ordered;
    }

    private static PlannedColumn planned(Dataset dataset, Field field) {
        String name = field.name().isEmpty() ? "value" : field.name();
        ColumnType type = field.type();
        return new PlannedColumn(new Column(name, type, field.shape(), null, null, null), dataset, field, null);
    }

    private Optional<String> text(Dataset dataset, String attribute) {
        return dataset.attribute(attribute).flatMap(context.attributes()::text);
    }

    static List<String> unpickled(String pickle) {
        List<String> names = new ArrayList<>();
        Matcher matcher = PICKLED.matcher(pickle);
        while (matcher.find()) {
            String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            names.add(name != null ? name : matcher.group(3));
        }
        return names;
    }
}
