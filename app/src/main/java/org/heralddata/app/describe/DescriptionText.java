package org.heralddata.app.describe;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.heralddata.model.table.Column;
import org.jspecify.annotations.Nullable;

/** Prints a description for people: a table of columns for each table of the file. */
final class DescriptionText {
    private static final int LONGEST_VALUE = 72;
    private static final int MOST_METADATA = 40;

    private DescriptionText() {}

    static void print(FileDescription description, PrintStream out) {
        out.printf(
                "%s: %s, %s%n",
                description.file(),
                description.format(),
                tables(description.tables().size()));
        metadata(description.metadata(), out);
        for (var table : description.tables()) {
            out.println();
            out.printf(
                    "%s  (%s rows, %d columns)%n",
                    table.name(),
                    table.rows().isPresent()
                            ? String.format(Locale.ROOT, "%,d", table.rows().getAsLong())
                            : "unknown",
                    table.columns().size());
            metadata(table.metadata(), out);
            columns(table, out);
        }
    }

    private static String tables(int count) {
        return count == 1 ? "1 table" : count + " tables";
    }

    private static void metadata(SequencedMap<String, String> entries, PrintStream out) {
        int shown = 0;
        for (var entry : entries.entrySet()) {
            if (shown++ == MOST_METADATA) {
                out.printf("  … and %d more (see --json)%n", entries.size() - MOST_METADATA);
                return;
            }
            out.printf("  %s: %s%n", entry.getKey(), shortened(entry.getValue()));
        }
    }

    private static void columns(FileDescription.TableDescription table, PrintStream out) {
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of("column", "type", "unit"));
        if (table.counted()) {
            head.addAll(List.of("count", "finite", "min", "max", "sum", "first", "last"));
        }
        head.add("description");
        rows.add(head);
        for (ColumnSummary summary : table.columns()) {
            rows.add(row(summary, table.counted()));
        }
        print(rows, out);
    }

    private static List<String> row(ColumnSummary summary, boolean counted) {
        Column column = summary.column();
        String type = column.type().label() + (column.shape().isScalar() ? "" : column.shape());
        var row = new ArrayList<>(List.of(column.name(), type, orEmpty(column.unit())));
        if (counted) {
            row.add(Long.toString(summary.count()));
            row.add(Long.toString(summary.finite()));
            row.add(value(summary.min()));
            row.add(value(summary.max()));
            row.add(value(summary.sum()));
            row.add(value(summary.first()));
            row.add(value(summary.last()));
        }
        row.add(shortened(orEmpty(column.description())));
        return row;
    }

    private static void print(List<List<String>> rows, PrintStream out) {
        int columns = rows.getFirst().size();
        var widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            var line = new StringBuilder("  ");
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 2);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String value(@Nullable Object value) {
        return value == null ? "" : shortened(value.toString());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE - 1) + "…";
    }
}
