package org.heralddata.formats.hdf5;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.heralddata.formats.hdf5.cells.Field;
import org.heralddata.formats.hdf5.cells.Fields;
import org.heralddata.formats.hdf5.file.Attribute;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.formats.hdf5.file.FormatException;
import org.heralddata.formats.hdf5.file.HdfFile;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Column;

/** What the rules for tables share: the file, its attributes as text, and where to tell what is left out. */
final class PlanContext {
    /** Python's None, as pandas notes it. */
    private static final String PICKLED_NONE = "N.";

    private final HdfFile file;
    private final Border border;
    private final Attributes attributes;
    private final List<Diagnostic> notices;
    private final boolean pyTables;

    PlanContext(HdfFile file, Border border, List<Diagnostic> notices) {
        this.file = file;
        this.border = border;
        this.notices = notices;
        attributes = new Attributes(file.heap());
        pyTables = file.root().attribute("PYTABLES_FORMAT_VERSION").isPresent();
    }

    HdfFile file() {
        return file;
    }

    Attributes attributes() {
        return attributes;
    }

    void leftOut(String path, String why) {
        notices.add(border.leftOut(path, why));
    }

    /** The columns of a dataset; members that cannot be read become notices. */
    List<Field> fields(Dataset dataset) {
        try {
            return Fields.of(
                    dataset,
                    new Fields.Habits(pyTables, bytes(dataset)),
                    (member, why) -> leftOut(
                            member.isEmpty() ? dataset.path() : dataset.path() + "." + member, "it holds " + why));
        } catch (ArithmeticException e) {
            leftOut(dataset.path(), "its rows are too large");
            return List.of();
        } catch (FormatException e) {
            throw e.within(dataset.path());
        }
    }

    private boolean bytes(Dataset dataset) {
        return dataset.attribute(Layouts.TYPE)
                .flatMap(attributes::text)
                .filter(Layouts.TYPE_BYTES::equals)
                .isPresent();
    }

    /** Adds what attributes say beyond housekeeping, under {@code prefix} and their names. */
    void addMetadata(
            SequencedMap<String, String> metadata, String prefix, List<Attribute> all, Set<String> exceptNames) {
        for (Attribute attribute : all) {
            if (attribute.name().equals(Conventions.DIMENSION_LIST)) {
                attributes.text(attribute).ifPresent(t -> metadata.putIfAbsent(prefix + "dimensions", t));
            }
            if (!Conventions.housekeeping(attribute.name()) && !exceptNames.contains(attribute.name())) {
                attributes
                        .text(attribute)
                        .filter(t -> !t.isBlank() && !t.equals(PICKLED_NONE))
                        .ifPresent(t -> metadata.putIfAbsent(prefix + attribute.name(), t));
            }
        }
    }

    /** Columns with names made unique, {@code energy_2} after {@code energy}. */
    static List<PlannedColumn> unique(List<PlannedColumn> columns) {
        Set<String> taken = new HashSet<>();
        List<PlannedColumn> unique = new ArrayList<>();
        for (PlannedColumn planned : columns) {
            String name = planned.column().name();
            for (int n = 2; !taken.add(name); n++) {
                name = planned.column().name() + "_" + n;
            }
            var c = planned.column();
            var column = new Column(name, c.type(), c.shape(), c.unit(), c.ucd(), c.description());
            unique.add(planned.described(column));
        }
        return unique;
    }
}
