package org.heralddata.formats.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/** Makes columns of what the header, the comments and the curator say: each named, no name twice. */
final class ColumnNames {
    private final String file;
    private final TextOptions options;
    private final List<Diagnostic> notices;

    ColumnNames(String file, TextOptions options, List<Diagnostic> notices) {
        this.file = file;
        this.options = options;
        this.notices = notices;
    }

    /**
     * Columns of type string, the types not being known yet.
     *
     * @param names  null if there is no header
     * @param listed null if no comment lists the columns
     * @param units  of a line of its own; empty if there is none
     */
    List<Column> columns(
            int width, @Nullable List<HeaderName> names, @Nullable List<Preamble.Listed> listed, List<String> units) {
        refuseOtherCount("names", options.names(), width);
        refuseOtherCount("units", options.units(), width);
        var columns = new ArrayList<Column>();
        for (int i = 0; i < width; i++) {
            String name = "";
            String unit = null;
            String description = null;
            if (listed != null) {
                name = listed.get(i).name();
                unit = listed.get(i).unit();
                description = listed.get(i).description();
            } else if (names != null && i < names.size()) {
                boolean alone = count(names, names.get(i).name()) == 1;
                name = alone ? names.get(i).name() : whole(names.get(i));
                unit = names.get(i).unit();
            }
            if (i < units.size()
                    && unit == null
                    && !units.get(i).isEmpty()
                    && !options.missing().contains(units.get(i))) {
                unit = units.get(i).replaceFirst("^[\\[(](.*)[\\])]$", "$1");
            }
            if (!options.names().isEmpty()) {
                name = options.names().get(i);
            }
            if (!options.units().isEmpty()) {
                unit = options.units().get(i).isEmpty() ? null : options.units().get(i);
            }
            String told = name.isEmpty() ? "col" + (i + 1) : name;
            columns.add(Column.of(told, ColumnType.STRING).withUnit(unit).withDescription(description));
        }
        return distinct(columns);
    }

    private static String whole(HeaderName header) {
        return header.unit() == null || header.name().contains("/")
                ? header.name()
                : "%s (%s)".formatted(header.name(), header.unit());
    }

    private static long count(List<HeaderName> names, String name) {
        return names.stream().filter(n -> n.name().equals(name)).count();
    }

    private List<Column> distinct(List<Column> columns) {
        Set<String> taken = new HashSet<>();
        var changed = new ArrayList<String>();
        var result = new ArrayList<Column>();
        for (Column column : columns) {
            String name = column.name();
            for (int n = 2; !taken.add(name); n++) {
                name = column.name() + "_" + n;
            }
            if (!name.equals(column.name())) {
                changed.add(name);
            }
            result.add(
                    new Column(name, column.type(), column.shape(), column.unit(), column.ucd(), column.description()));
        }
        if (!changed.isEmpty()) {
            notices.add(Diagnostic.warning(
                            TextCode.NAMES_CHANGED,
                            "columns share a name; some are called " + String.join(", ", changed),
                            new Location.InFile(file, null, -1))
                    .helped("give names by option `names`"));
        }
        return result;
    }

    private void refuseOtherCount(String option, List<String> values, int width) {
        if (!values.isEmpty() && values.size() != width) {
            throw new Refusal(Diagnostic.error(
                            TextCode.BAD_OPTION,
                            "option `%s` lists %d columns, but the rows have %d"
                                    .formatted(option, values.size(), width),
                            new Location.InFile(file, null, -1))
                    .helped("list one for each column, separated by commas"));
        }
    }
}
