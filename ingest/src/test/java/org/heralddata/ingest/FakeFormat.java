package org.heralddata.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;

/** A format whose files hold a name only: the tables of that name are kept here. */
final class FakeFormat implements TableReader {
    private final Map<String, List<Content>> files = new HashMap<>();
    Runnable beforeBatch = () -> {};

    /** @param brokenAfter rows after which the bytes are broken; negative if they are not */
    record Content(
            String table,
            SequencedMap<String, String> metadata,
            List<Column> columns,
            List<List<@Nullable Object>> rows,
            int brokenAfter) {}

    enum Code implements DiagnosticCode {
        BROKEN;

        @Override
        public String id() {
            return "F999";
        }

        @Override
        public String title() {
            return "Broken for a test";
        }
    }

    Formats formats() {
        return new Formats(List.of(this), List.of());
    }

    /** Writes a file of one table. */
    Path write(
            Path file, SequencedMap<String, String> metadata, List<Column> columns, List<List<@Nullable Object>> rows)
            throws IOException {
        return write(file, List.of(new Content("t", metadata, columns, rows, -1)));
    }

    Path write(Path file, List<Content> tables) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String name = "FAKE " + file + " " + tables.hashCode();
        files.put(name, tables);
        return Files.writeString(file, name);
    }

    @Override
    public FormatName format() {
        return new FormatName("fake");
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Recognition recognise(FileHead head) {
        return head.startsWith("FAKE") ? Recognition.BY_CONTENT : Recognition.NO;
    }

    @Override
    public TableFile open(Path file, ReadOptions options) throws IOException {
        List<Content> tables = files.getOrDefault(Files.readString(file), List.of());
        return new TableFile() {
            @Override
            public SequencedMap<String, String> metadata() {
                return new LinkedHashMap<>(Map.of("MADE_BY", "a test"));
            }

            @Override
            public List<SourceTable> tables() {
                return tables.stream()
                        .map(t -> new SourceTable(
                                t.table(), OptionalLong.of(t.rows().size()), t.columns(), t.metadata()))
                        .toList();
            }

            @Override
            public List<Diagnostic> notices() {
                return List.of();
            }

            @Override
            public TableCursor read(String table, List<String> columns) {
                Content content = tables.stream()
                        .filter(t -> t.table().equals(table))
                        .findFirst()
                        .orElseThrow();
                return cursor(file, content, columns);
            }

            @Override
            public void close() {}
        };
    }

    private TableCursor cursor(Path file, Content content, List<String> wanted) {
        List<Column> columns = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Column column : content.columns()) {
            if (wanted.isEmpty()) {
                columns.add(column);
                places.add(content.columns().indexOf(column));
            }
        }
        for (String name : wanted) {
            Column column = content.columns().stream()
                    .filter(c -> c.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            columns.add(column);
            places.add(content.columns().indexOf(column));
        }
        return new TableCursor() {
            private int at;

            @Override
            public @Nullable Batch next() {
                beforeBatch.run();
                if (content.brokenAfter() >= 0 && at >= content.brokenAfter()) {
                    throw new Refusal(Diagnostic.error(
                            Code.BROKEN, "the bytes end", new Location.InFile(file.toString(), content.table(), 1234)));
                }
                if (at == content.rows().size()) {
                    return null;
                }
                int end = Math.min(at + 2, content.rows().size());
                List<List<@Nullable Object>> rows = new ArrayList<>();
                for (List<@Nullable Object> row : content.rows().subList(at, end)) {
                    List<@Nullable Object> picked = new ArrayList<>();
                    places.forEach(place -> picked.add(row.get(place)));
                    rows.add(picked);
                }
                at = end;
                return Tables.batch(columns, rows);
            }

            @Override
            public void close() {}
        };
    }
}
