package org.heralddata.formats.hdf5;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.heralddata.formats.hdf5.cells.Field;
import org.heralddata.formats.hdf5.file.Attribute;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.formats.hdf5.file.Datatype;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/** A dataset of compounds is a table, its members the columns: PyTables, numpy's record arrays, astropy, IceTray. */
final class CompoundTables {
    private static final List<String> UNIT_ENDINGS = List.of("_unit", "_units", "_UNIT");
    private static final List<String> DESCRIPTION_ENDINGS = List.of("_description", "_desc", "_doc");

    private final PlanContext context;

    CompoundTables(PlanContext context) {
        this.context = context;
    }

    /**
     * @param astropy the columns' own metadata, if astropy wrote them
     * @param beside  columns that are datasets of their own, by their place in the table
     */
    Optional<PlannedTable> plan(
            Dataset dataset,
            Datatype.Compound type,
            @Nullable Dataset astropy,
            SequencedMap<Integer, PlannedColumn> beside) {
        var notes = new MemberNotes(context, dataset, type);
        Map<String, String> units = new HashMap<>();
        Map<String, String> descriptions = new HashMap<>();
        numbered(dataset, type, units, descriptions);
        listed(dataset, type, units);
        if (astropy != null) {
            AstropyMeta.read(context.file(), astropy).forEach((column, keys) -> {
                Optional.ofNullable(keys.get("unit")).ifPresent(u -> units.put(column, u));
                Optional.ofNullable(keys.get("description")).ifPresent(d -> descriptions.put(column, d));
            });
        }
        List<PlannedColumn> columns = new ArrayList<>();
        List<Field> fields = context.fields(dataset);
        for (Field field : fields) {
            String name = field.name();
            if (notes.isMask(name)) {
                continue;
            }
            String top = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
            Field typed = notes.typed(field);
            var column = new Column(
                    name.isEmpty() ? "unnamed" : notes.name(name),
                    typed.type(),
                    typed.shape(),
                    typed.type() == ColumnType.TIMESTAMP
                            ? null
                            : notes.unit(name)
                                    .or(() -> first(units, name, top))
                                    .or(() -> ending(dataset, name, UNIT_ENDINGS))
                                    .orElse(field.time() ? "s" : null),
                    notes.ucd(name).orElse(null),
                    notes.description(name)
                            .or(() -> first(descriptions, name, top))
                            .or(() -> ending(dataset, name, DESCRIPTION_ENDINGS))
                            .orElse(null));
            columns.add(new PlannedColumn(column, dataset, typed, notes.mask(name, fields)));
        }
        beside.forEach((place, column) -> columns.add(Math.clamp(place, 0, columns.size()), column));
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        context.addMetadata(metadata, "", dataset.attributes(), Set.of());
        long rows = dataset.space().rank() == 0 ? 1 : dataset.space().dims().getFirst();
        return Optional.of(new PlannedTable(dataset.path(), rows, PlanContext.unique(columns), metadata));
    }

    private static Optional<String> first(Map<String, String> map, String name, String top) {
        return Optional.ofNullable(map.get(name)).or(() -> Optional.ofNullable(map.get(top)));
    }

    /** {@code FIELD_3_UNIT} and {@code FIELD_3_DOC} of IceTray's hdfwriter, numbered as the members. */
    private void numbered(
            Dataset dataset, Datatype.Compound type, Map<String, String> units, Map<String, String> descriptions) {
        for (int i = 0; i < type.members().size(); i++) {
            String member = type.members().get(i).name();
            text(dataset, "FIELD_%d_UNIT".formatted(i)).ifPresent(u -> units.put(member, u));
            text(dataset, "FIELD_%d_DOC".formatted(i)).ifPresent(d -> descriptions.put(member, d));
        }
    }

    /** One attribute with as many units as there are members. */
    private void listed(Dataset dataset, Datatype.Compound type, Map<String, String> units) {
        for (Attribute attribute : dataset.attributes()) {
            if (Conventions.UNIT.contains(attribute.name())) {
                List<String> values = context.attributes().values(attribute);
                for (int i = 0; values.size() == type.members().size() && i < values.size(); i++) {
                    if (!values.get(i).isBlank()) {
                        units.put(type.members().get(i).name(), values.get(i));
                    }
                }
            }
        }
    }

    private Optional<String> ending(Dataset dataset, String column, List<String> endings) {
        return endings.stream().flatMap(e -> text(dataset, column + e).stream()).findFirst();
    }

    private Optional<String> text(Dataset dataset, String attribute) {
        return dataset.attribute(attribute).flatMap(context.attributes()::text).filter(t -> !t.isBlank());
    }
}
