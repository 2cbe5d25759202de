package org.heralddata.model.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a descriptor took from a file.
 *
 * @param format     the reader's name; null if no reader knows the file
 * @param span       null if unknown
 * @param run        null if unknown
 * @param instrument null if unknown
 * @param rows       of all tables that tell; null if none does
 * @param tables     in the file's order; may be empty
 * @param fields     those with a value, in the order of the descriptor
 * @param notes      what was wrong, one sentence each; may be empty
 */
public record FileMetadata(
        @Nullable String format,
        @Nullable TimeSpan span,
        @Nullable Long run,
        @Nullable String instrument,
        @Nullable Long rows,
        List<FileTable> tables,
        SequencedMap<String, FieldValue> fields,
        List<String> notes) {

    public FileMetadata {
        tables = List.copyOf(tables);
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        notes = List.copyOf(notes);
    }

    /** The same with the number of rows that reading all of them told. */
    public FileMetadata withRows(long counted) {
        return new FileMetadata(format, span, run, instrument, counted, tables, fields, notes);
    }
}
