package org.heralddata.ingest.table;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.ingest.mistake.Problems;
import org.heralddata.ingest.source.DataPath;
import org.heralddata.model.descriptor.SourceDescriptor;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.jspecify.annotations.Nullable;

/** Looks at what a file has for the columns of a table, without reading its rows. */
final class FileInspector {
    private final Formats formats;
    private final SourceDescriptor source;
    private final List<DeclaredColumn> columns;
    private final Problems problems;

    FileInspector(Formats formats, SourceDescriptor source, List<DeclaredColumn> columns, Problems problems) {
        this.formats = formats;
        this.source = source;
        this.columns = columns;
        this.problems = problems;
    }

    /** Empty only if something was told. */
    Optional<FilePlan> inspect(DataPath file) {
        try {
            TableReader reader = reader(file);
            if (reader == null) {
                return Optional.empty();
            }
            try (TableFile open = reader.open(file.path(), new ReadOptions(source.options()))) {
                SourceTable table = table(file, open.tables());
                return table == null ? Optional.empty() : plan(file, reader, open, table);
            }
        } catch (Refusal broken) {
            problems.add(broken);
        } catch (IOException failed) {
            problems.add(
                    IngestCode.UNREADABLE, "the file cannot be read: " + failed.getMessage(), file.relative(), null);
        }
        return Optional.empty();
    }

    private Optional<FilePlan> plan(DataPath file, TableReader reader, TableFile open, SourceTable table)
            throws IOException {
        SequencedMap<String, String> metadata = new LinkedHashMap<>(table.metadata());
        open.metadata().forEach(metadata::putIfAbsent);
        var finder = new ColumnFinder(file, table, metadata, problems);
        List<FoundColumn> found = new ArrayList<>();
        for (DeclaredColumn column : columns) {
            finder.find(column).ifPresent(found::add);
        }
        return found.size() < columns.size()
                ? Optional.empty()
                : Optional.of(new FilePlan(
                        file, reader, table.name(), table.rows(), Files.size(file.path()), found, metadata));
    }

    private @Nullable TableReader reader(DataPath file) throws IOException {
        String format = source.format();
        Optional<TableReader> reader = format == null ? formats.recognise(file.path()) : formats.reader(format);
        if (reader.isEmpty()) {
            List<String> known =
                    formats.readers().stream().map(r -> r.format().value()).toList();
            problems.add(
                    IngestCode.NO_READER,
                    format == null
                            ? "the file is of no format that Herald recognises"
                            : "there is no format `%s`".formatted(format),
                    file.relative(),
                    "formats are %s; `source.format` tells which it is".formatted(String.join(", ", known)));
        }
        return reader.orElse(null);
    }

    private @Nullable SourceTable table(DataPath file, List<SourceTable> tables) {
        String wanted = source.table();
        List<String> names = tables.stream().map(SourceTable::name).toList();
        if (wanted == null) {
            if (tables.size() == 1) {
                return tables.getFirst();
            }
            problems.add(
                    IngestCode.NO_TABLE,
                    tables.isEmpty() ? "the file has no table" : "the file has %d tables".formatted(tables.size()),
                    file.relative(),
                    tables.isEmpty() ? null : "choose one by `source.table`: " + listed(names));
            return null;
        }
        Optional<SourceTable> found = tables.stream()
                .filter(t -> t.name().equals(wanted))
                .findFirst()
                .or(() -> tables.stream()
                        .filter(t -> withoutSlash(t.name()).equals(withoutSlash(wanted)))
                        .findFirst());
        if (found.isEmpty()) {
            String nearest = Nearest.help(wanted, names);
            problems.add(
                    IngestCode.NO_TABLE,
                    "the file has no table `%s`".formatted(wanted),
                    file.relative(),
                    nearest != null ? nearest : "it has " + listed(names));
        }
        return found.orElse(null);
    }

    private static String withoutSlash(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    static String listed(List<String> names) {
        int most = 30;
        String shown = names.stream().limit(most).map("`%s`"::formatted).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names.size() > most ? shown + ", …" : shown;
    }
}
