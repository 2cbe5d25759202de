package org.heralddata.model.descriptor;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the value of a {@link FileFieldDescriptor} comes from. */
public sealed interface FieldSource {

    /** True if the value comes out of the file itself, through its reader. */
    default boolean readsFile() {
        return switch (this) {
            case Header _, Rows _, Extreme _ -> true;
            case PathPart _, Constant _, Extractor _ -> false;
        };
    }

    /**
     * A part of the file's path.
     *
     * @param part the part of the pattern, such as {@code run}
     */
    record PathPart(PathPattern pattern, String part) implements FieldSource {}

    /**
     * An entry of the metadata of a table, else of the file: a header card, an attribute.
     *
     * @param table null to look at all tables, then at the file
     */
    record Header(String key, @Nullable String table) implements FieldSource {}

    /**
     * The number of rows of a table.
     *
     * @param table null for all tables together
     */
    record Rows(@Nullable String table) implements FieldSource {}

    /**
     * The least or greatest value of a column; NaN and missing values do not count.
     *
     * @param table null if only one has the column
     */
    record Extreme(String column, @Nullable String table, Take take) implements FieldSource {}

    /** The same for every file. */
    record Constant(String value) implements FieldSource {}

    /**
     * What a {@code MetadataExtractor} of the class path finds.
     *
     * @param name    the extractor's
     * @param options what the descriptor tells it; kept by name
     */
    record Extractor(String name, Map<String, String> options) implements FieldSource {
        public Extractor {
            options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        }
    }

    /** Which value of a column. */
    enum Take {
        MIN,
        MAX
    }
}
