package org.heralddata.serve.vo.tap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.query.adql.AdqlService;
import org.heralddata.query.adql.UploadedTable;
import org.heralddata.spi.DescribedFile;
import org.heralddata.spi.FieldNote;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.jspecify.annotations.Nullable;

/** A user's file as a table for queries: its first one, in any format that Herald reads. */
record UploadedFile(String name, Path file) {

    /**
     * A table that is kept, to be closed.
     *
     * @param ascii names, in lower case, of columns whose texts are all of ASCII
     */
    record Kept(UploadedTable table, Set<String> ascii) {}

    /** Reads all of it; refuses what is no table, and more rows than may be. */
    Kept read(AdqlService adql, Formats formats, TapSettings settings) throws IOException {
        TableReader reader = formats.recognise(file)
                .orElseThrow(
                        () -> unreadable(
                                "is in no format that Herald reads",
                                "send a VOTable, FITS, CSV, Parquet …; a text whose file name ends with .csv or .tsv is taken for one"));
        try (TableFile opened = reader.open(file, ReadOptions.NONE)) {
            if (opened.tables().isEmpty()) {
                throw unreadable("holds no table", null);
            }
            SourceTable table = opened.tables().getFirst();
            Map<String, FieldNote> notes =
                    opened instanceof DescribedFile described ? described.notes(table.name()) : Map.of();
            boolean[] times = new boolean[table.columns().size()];
            List<Column> columns = columns(table.columns(), notes, times);
            try (TableCursor cursor = opened.read(table.name(), List.of())) {
                UploadedTable kept = adql.upload(name, columns, new Rows(cursor, columns, times, settings)::next);
                return new Kept(kept, ascii(table.columns(), columns, notes));
            }
        }
    }

    /** In ADQL names differ by more than their case; texts that are said to be times become times. */
    private static List<Column> columns(List<Column> found, Map<String, FieldNote> notes, boolean[] times) {
        Set<String> taken = new HashSet<>();
        List<Column> columns = new ArrayList<>();
        for (Column column : found) {
            String name = column.name().isBlank() ? "column" : column.name();
            String unlike = name;
            for (int i = 2; !taken.add(unlike.toLowerCase(Locale.ROOT)); i++) {
                unlike = name + "_" + i;
            }
            FieldNote note = notes.get(column.name());
            boolean time = note != null
                    && "timestamp".equals(note.xtype())
                    && column.type() == ColumnType.STRING
                    && column.shape().isScalar();
            times[columns.size()] = time;
            columns.add(new Column(
                    unlike,
                    time ? ColumnType.TIMESTAMP : column.type(),
                    column.shape(),
                    column.unit(),
                    column.ucd(),
                    column.description()));
        }
        return columns;
    }

    private static Set<String> ascii(List<Column> found, List<Column> named, Map<String, FieldNote> notes) {
        Set<String> ascii = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            FieldNote note = notes.get(found.get(i).name());
            if (note != null && note.ascii()) {
                ascii.add(named.get(i).name().toLowerCase(Locale.ROOT));
            }
        }
        return ascii;
    }

    private Refusal unreadable(String why, @Nullable String help) {
        return new Refusal(Diagnostic.error(TapCode.UPLOAD_UNREADABLE, "the upload `%s` %s".formatted(name, why))
                .helped(help));
    }

    /** The rows as they are kept. */
    private final class Rows {
        private final TableCursor cursor;
        private final List<Column> columns;
        private final boolean[] times;
        private final TapSettings settings;
        private long count;

        Rows(TableCursor cursor, List<Column> columns, boolean[] times, TapSettings settings) {
            this.cursor = cursor;
            this.columns = columns;
            this.times = times;
            this.settings = settings;
        }

        @Nullable
        Batch next() throws IOException {
            Batch batch = cursor.next();
            if (batch == null) {
                return null;
            }
            count += batch.rows();
            if (count > settings.uploadRows()) {
                throw new Refusal(Diagnostic.error(
                                TapCode.UPLOAD_TOO_LARGE,
                                "the upload `%s` has more than the %d rows allowed"
                                        .formatted(name, settings.uploadRows()))
                        .helped("leave out rows that the query does not need"));
            }
            List<Vector> vectors = new ArrayList<>(batch.vectors());
            for (int i = 0; i < times.length; i++) {
                if (times[i] && vectors.get(i) instanceof Vector.Strings texts) {
                    vectors.set(i, UploadedTimes.of(texts, name, columns.get(i).name()));
                }
            }
            return new Batch(batch.rows(), vectors);
        }
    }
}
