package org.heralddata.ingest.table;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.ingest.column.ColumnMaker;
import org.heralddata.ingest.column.FixedColumn;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.ingest.mistake.Problems;
import org.heralddata.ingest.source.DataPath;
import org.heralddata.model.descriptor.ColumnDescriptor;
import org.heralddata.model.descriptor.ColumnSource;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitConversion;
import org.heralddata.spi.SourceTable;
import org.jspecify.annotations.Nullable;

/** Finds in one file what published columns are made of. */
final class ColumnFinder {
    private static final Pattern ELEMENT = Pattern.compile("(.+)\\[([0-9]{1,9})]");

    private final DataPath file;
    private final SourceTable table;
    private final SequencedMap<String, String> metadata;
    private final Problems problems;

    ColumnFinder(DataPath file, SourceTable table, SequencedMap<String, String> metadata, Problems problems) {
        this.file = file;
        this.table = table;
        this.metadata = metadata;
        this.problems = problems;
    }

    /** Empty only if something was told. */
    Optional<FoundColumn> find(DeclaredColumn column) {
        return switch (column.descriptor().source()) {
            case ColumnSource.FileColumn(var name) -> read(column, name);
            case ColumnSource.Metadata(var key) -> {
                String value = metadata.get(key);
                if (value == null) {
                    problems.add(
                            IngestCode.NO_METADATA,
                            "the file has no metadata `%s`, which column `%s` is to be".formatted(key, column.name()),
                            file.relative(),
                            Nearest.help(key, metadata.keySet()));
                }
                yield fixed(column, value);
            }
            case ColumnSource.FileName(var pattern) -> {
                Matcher matcher = Pattern.compile(pattern).matcher(file.relative());
                boolean found = matcher.find() && matcher.groupCount() > 0 && matcher.group(1) != null;
                if (!found) {
                    problems.add(
                            IngestCode.FILE_NAME,
                            "the file's name does not fit `%s` of column `%s`".formatted(pattern, column.name()),
                            file.relative(),
                            null);
                }
                yield fixed(column, found ? matcher.group(1) : null);
            }
            case ColumnSource.Constant(var value) -> fixed(column, value);
        };
    }

    /** Text has the published unit, unless the descriptor says otherwise. */
    private Optional<FoundColumn> fixed(DeclaredColumn column, @Nullable String text) {
        Optional<UnitConversion> conversion = text == null ? Optional.empty() : conversion(column, null, true);
        return conversion.map(c -> new FoundColumn(
                new FoundColumn.Fixed(String.valueOf(text)), FixedColumn.type(String.valueOf(text)), Shape.SCALAR, c));
    }

    private Optional<FoundColumn> read(DeclaredColumn declared, String name) {
        Column whole = named(name);
        Matcher element = ELEMENT.matcher(name);
        if (whole != null) {
            return found(declared, whole, ColumnMaker.WHOLE_CELL);
        }
        Column array = element.matches() ? named(element.group(1)) : null;
        if (array != null) {
            return element(declared, array, Integer.parseInt(element.group(2)));
        }
        List<String> names = table.columns().stream().map(Column::name).toList();
        String nearest = Nearest.help(name, names);
        problems.add(
                IngestCode.NO_COLUMN,
                "table `%s` of the file has no column `%s`, which `%s` is to be"
                        .formatted(table.name(), name, declared.name()),
                file.relative(),
                (nearest == null ? "" : nearest + " ") + "it has " + FileInspector.listed(names));
        return Optional.empty();
    }

    private Optional<FoundColumn> element(DeclaredColumn declared, Column array, int element) {
        Shape shape = array.shape();
        boolean outside = shape.sizes().size() != 1 || (!shape.varies() && element >= shape.fixedElements());
        if (outside) {
            problems.add(
                    IngestCode.NO_COLUMN,
                    "column `%s` has no element [%d]: its shape is %s".formatted(array.name(), element, shape),
                    file.relative(),
                    "elements are counted from 0");
            return Optional.empty();
        }
        return found(declared, array.withShape(Shape.SCALAR), element);
    }

    private Optional<FoundColumn> found(DeclaredColumn declared, Column column, int element) {
        boolean number = column.type().isNumeric();
        return conversion(declared, number ? column.unit() : null, number || isNumber(declared.descriptor()))
                .map(c -> new FoundColumn(
                        new FoundColumn.Read(column.name(), element), column.type(), column.shape(), c));
    }

    private static boolean isNumber(ColumnDescriptor descriptor) {
        ColumnType type = descriptor.type();
        return type != null && type.isNumeric();
    }

    /** From the unit in the file, if it has one, to that published. Empty only if something was told. */
    private Optional<UnitConversion> conversion(DeclaredColumn declared, @Nullable String written, boolean number) {
        Unit told = declared.descriptor().sourceUnit();
        Unit silent = declared.descriptor().unit();
        if (!number) {
            return Optional.of(UnitConversion.IDENTITY);
        }
        Unit unit = told;
        if (unit == null) {
            Optional<Unit> read = written == null || written.isBlank() ? Optional.of(silent) : Unit.fromFile(written);
            if (read.isEmpty() && !declared.unit().equals(Unit.NONE)) {
                problems.add(
                        IngestCode.UNIT,
                        "the unit `%s` that the file gives for `%s` is not understood"
                                .formatted(written, declared.name()),
                        file.relative(),
                        "write what it is as `source_unit` of the column");
                return Optional.empty();
            }
            unit = read.filter(u -> !u.equals(Unit.NONE)).orElse(silent);
        }
        Optional<UnitConversion> conversion = unit.to(declared.unit());
        if (conversion.isEmpty()) {
            problems.add(
                    IngestCode.UNIT,
                    "column `%s` is in `%s` in the file, which does not convert to %s"
                            .formatted(
                                    declared.name(),
                                    unit,
                                    declared.unit().equals(Unit.NONE) ? "no unit" : "`%s`".formatted(declared.unit())),
                    file.relative(),
                    "publish it in a unit of that kind; or, if the file is wrong, write `source_unit`");
        }
        return conversion;
    }

    private @Nullable Column named(String name) {
        return table.columns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
