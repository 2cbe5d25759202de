package org.heralddata.app.describe;

import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.model.diagnostic.Diagnostic;

/**
 * What is in a file.
 *
 * @param file    its name as the user gave it
 * @param format  the reader's name
 * @param notices what was left out, each named
 */
record FileDescription(
        String file,
        String format,
        SequencedMap<String, String> metadata,
        List<TableDescription> tables,
        List<Diagnostic> notices) {

    /**
     * @param rows    empty if neither the file tells nor statistics were asked for
     * @param columns with counts only if {@code counted}
     * @param counted whether statistics were asked for
     */
    record TableDescription(
            String name,
            OptionalLong rows,
            SequencedMap<String, String> metadata,
            List<ColumnSummary> columns,
            boolean counted) {}
}
