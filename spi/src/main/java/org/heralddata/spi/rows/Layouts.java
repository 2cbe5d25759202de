package org.heralddata.spi.rows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;

/**
 * Reads the columns of a format's tables from a text resource, so that a layout of hundreds of fields is kept as the table
 * that its specification prints:
 *
 * <pre>
 * # comment
 * [events]
 * 2 | event_number | int32 | | | number of the shower in its run
 * 11 | zenith | float32 | | rad | zenith angle of the primary
 * </pre>
 *
 * The parts of a line are: where the field lies (the format's own business), name, type, shape ({@code [3]}, {@code [*]};
 * empty for a scalar), unit, description.
 */
public final class Layouts {

    private Layouts() {}

    /**
     * A field of a layout.
     *
     * @param place where it lies, as written
     */
    public record Field(String place, Column column) {}

    /**
     * The layouts of a resource by name, in its order.
     *
     * @throws IllegalStateException if the resource is missing or not of this form
     */
    public static SequencedMap<String, List<Field>> of(Class<?> beside, String resource) {
        SequencedMap<String, List<Field>> layouts = new LinkedHashMap<>();
        List<Field> current = new ArrayList<>();
        for (String line : lines(beside, resource)) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                layouts.put(line.substring(1, line.indexOf(']')), current);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(field(line));
            }
        }
        layouts.replaceAll((name, fields) -> List.copyOf(fields));
        return Collections.unmodifiableSequencedMap(layouts);
    }

    /** The columns of fields. */
    public static List<Column> columns(List<Field> fields) {
        return fields.stream().map(Field::column).toList();
    }

    private static Field field(String line) {
        String[] parts = Arrays.stream(line.split("\\|", 6)).map(String::strip).toArray(String[]::new);
        if (parts.length != 6) {
            throw new IllegalStateException("not six parts: " + line);
        }
        return new Field(
                parts[0],
                new Column(
                        parts[1],
                        ColumnType.valueOf(parts[2].toUpperCase(Locale.ROOT)),
                        shape(parts[3]),
                        parts[4].isEmpty() ? null : parts[4],
                        null,
                        parts[5].isEmpty() ? null : parts[5]));
    }

    private static Shape shape(String text) {
        if (text.isEmpty()) {
            return Shape.SCALAR;
        }
        return new Shape(Arrays.stream(text.substring(1, text.length() - 1).split(","))
                .map(String::strip)
                .map(size -> size.equals("*") ? Shape.VARIES : Integer.parseInt(size))
                .toList());
    }

    private static List<String> lines(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
