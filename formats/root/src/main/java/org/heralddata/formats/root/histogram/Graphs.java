package org.heralddata.formats.root.histogram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.streamer.RootObject;
import org.heralddata.formats.root.table.ObjectTable;
import org.jspecify.annotations.Nullable;

/** Graphs: one row a point, with the errors that the class has. */
final class Graphs {
    private static final Map<String, String> COLUMNS = columns();

    private Graphs() {}

    /** Members by the names of their columns, in order. */
    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("x", "fX");
        columns.put("y", "fY");
        columns.put("z", "fZ");
        columns.put("x_error", "fEX");
        columns.put("y_error", "fEY");
        columns.put("z_error", "fEZ");
        columns.put("x_error_low", "fEXlow");
        columns.put("x_error_high", "fEXhigh");
        columns.put("y_error_low", "fEYlow");
        columns.put("y_error_high", "fEYhigh");
        return columns;
    }

    static ObjectTable table(String path, RootObject graph) {
        long points = graph.integer("fNpoints");
        RootObject frame = graph.object("fHistogram");
        var builder = new SmallTable.Builder();
        COLUMNS.forEach((column, member) -> {
            if (graph.members().containsKey(member)) {
                double[] values = graph.numbers(member);
                if (values.length != points) {
                    throw RootFormatException.broken(
                            -1, "a graph of %d points has %d values of `%s`".formatted(points, values.length, column));
                }
                builder.add(column, title(frame, column), values);
            }
        });
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        if (!graph.text("fTitle").isBlank()) {
            metadata.put("title", graph.text("fTitle"));
        }
        return builder.build(path, points, metadata);
    }

    private static String title(@Nullable RootObject frame, String column) {
        RootObject axis = frame == null ? null : frame.object("f%sAxis".formatted(column.charAt(0)));
        return axis == null ? "" : axis.text("fTitle");
    }
}
