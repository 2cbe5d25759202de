package org.heralddata.formats.text;

import java.util.List;
import java.util.SequencedMap;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * How a text table is laid out.
 *
 * @param skipped  lines above the first row
 * @param comments characters that begin a comment line between rows
 * @param columns  by the header; types are not known yet unless {@code typed}
 * @param typed    true if the file declares the types itself, as Herald's writer does
 * @param ruler    where the columns begin, if a line of dashes shows it; null to cut at the delimiter
 * @param consistency share of the sampled rows that have as many fields as there are columns, 0 to 1
 * @param numeric  share of the sampled fields that are numbers, 0 to 1
 * @param sampled  rows looked at
 */
@SuppressWarnings("ArrayRecordComponent") // shared within the package only, never changed
record Layout(
        byte delimiter,
        byte newline,
        long skipped,
        String comments,
        List<Column> columns,
        boolean typed,
        int @Nullable [] ruler,
        SequencedMap<String, String> metadata,
        List<Diagnostic> notices,
        double consistency,
        double numeric,
        int sampled) {

    Layout {
        columns = List.copyOf(columns);
        notices = List.copyOf(notices);
    }
}
