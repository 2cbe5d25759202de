package org.heralddata.app.describe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.heralddata.app.console.AppCode;
import org.heralddata.app.console.ReaderOptions;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.Formats;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.jspecify.annotations.Nullable;

/** Looks into files. Immutable, safe for many threads. */
public final class Describer {
    private final Formats formats;

    public Describer(Formats formats) {
        this.formats = formats;
    }

    /**
     * The reader for a file.
     *
     * @param format the reader's name; null to recognise the file by its content
     * @throws Refusal if there is no such reader, or none knows the file
     */
    public TableReader reader(Path file, @Nullable String format) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Diagnostic.error(AppCode.NOT_A_FILE, "`%s` is not a file".formatted(file)));
        }
        List<String> names =
                formats.readers().stream().map(r -> r.format().value()).toList();
        if (format != null) {
            return formats.reader(format)
                    .orElseThrow(() -> new Refusal(
                            Diagnostic.error(AppCode.UNKNOWN_FORMAT, "no reader is called `%s`".formatted(format))
                                    .helped(nearestOrAll(format, names))));
        }
        return formats.recognise(file)
                .orElseThrow(() -> new Refusal(Diagnostic.error(
                                AppCode.UNKNOWN_FILE,
                                "the content of this file is of no format that Herald reads",
                                new Location.InFile(file.toString(), null, -1))
                        .helped("if you know its format, name it by --format: " + String.join(", ", names))));
    }

    private static String nearestOrAll(String written, List<String> names) {
        String near = Nearest.help(written, names);
        return near != null ? near : "there are: " + String.join(", ", names);
    }

    FileDescription describe(Path file, @Nullable String format, ReaderOptions options, boolean statistics)
            throws IOException {
        TableReader reader = reader(file, format);
        try (TableFile open = reader.open(file, options.of(reader))) {
            var tables = new ArrayList<FileDescription.TableDescription>();
            for (SourceTable table : open.tables()) {
                tables.add(table(open, table, statistics));
            }
            return new FileDescription(
                    file.toString(),
                    reader.format().value(),
                    open.metadata(),
                    List.copyOf(tables),
                    List.copyOf(open.notices()));
        }
    }

    private static FileDescription.TableDescription table(TableFile file, SourceTable table, boolean statistics)
            throws IOException {
        List<ColumnSummary> columns =
                table.columns().stream().map(ColumnSummary::new).toList();
        OptionalLong rows = table.rows();
        if (statistics || rows.isEmpty()) {
            rows = OptionalLong.of(read(file, table, statistics ? columns : List.of()));
        }
        return new FileDescription.TableDescription(table.name(), rows, table.metadata(), columns, statistics);
    }

    private static long read(TableFile file, SourceTable table, List<ColumnSummary> columns) throws IOException {
        long rows = 0;
        List<String> wanted =
                columns.isEmpty() ? List.of(table.columns().getFirst().name()) : List.of();
        try (TableCursor cursor = file.read(table.name(), wanted)) {
            for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                rows += batch.rows();
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).add(batch.vectors().get(i));
                }
            }
        }
        return rows;
    }
}
