package org.heralddata.descriptor.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.descriptor.DescriptorCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.jspecify.annotations.Nullable;

/**
 * The tables of some files; equal ones (format, name, columns) of several files are one.
 *
 * @param tables in the order found, at least one
 * @param others tables left out, each said in a few words
 */
record DraftFiles(List<DraftTable> tables, List<String> others) {
    private static final int MOST_TABLES = 50;

    static DraftFiles read(List<Path> files, Formats formats, @Nullable String format, Map<String, String> options)
            throws IOException {
        Map<List<Object>, DraftTable> found = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (Path file : files) {
            TableReader reader = reader(file, formats, format);
            try (TableFile open = reader.open(file, new ReadOptions(options).within(Path.of(""), reader))) {
                add(reader.format().value(), file, open, found, others);
            }
        }
        if (found.isEmpty()) {
            throw refusal(DescriptorCode.NO_TABLE, "there is no table in the file", files.getFirst(), null);
        }
        return new DraftFiles(List.copyOf(found.values()), List.copyOf(others));
    }

    private static TableReader reader(Path file, Formats formats, @Nullable String format) throws IOException {
        List<String> names =
                formats.readers().stream().map(r -> r.format().value()).toList();
        if (format != null) {
            return formats.reader(format)
                    .orElseThrow(() -> refusal(
                            DescriptorCode.CHOICE,
                            "unknown format `%s`".formatted(format),
                            file,
                            "it can be " + String.join(", ", names)));
        }
        return formats.recognise(file)
                .orElseThrow(() -> refusal(
                        DescriptorCode.NOT_RECOGNISED,
                        "no reader knows this file",
                        file,
                        "herald reads " + String.join(", ", names)));
    }

    private static void add(
            String format, Path file, TableFile open, Map<List<Object>, DraftTable> found, List<String> others)
            throws IOException {
        List<SourceTable> tables =
                open.tables().stream().filter(t -> !t.columns().isEmpty()).toList();
        boolean eventLists = tables.stream().anyMatch(DraftFiles::isEventList);
        for (SourceTable table : tables) {
            if ((eventLists && !isEventList(table)) || found.size() >= MOST_TABLES) {
                String said = "%s (%s)"
                        .formatted(table.name(), columns(table.columns().size()));
                if (!others.contains(said)) {
                    others.add(said);
                }
                continue;
            }
            List<Object> likeness = List.of(
                    format,
                    tables.size() == 1 ? "" : table.name(),
                    table.columns().stream().map(Column::name).toList());
            DraftTable known = found.get(likeness);
            String name = fileName(file);
            if (known == null) {
                found.put(
                        likeness,
                        new DraftTable(
                                format,
                                tables.size() == 1 && open.tables().size() == 1 ? null : table.name(),
                                tables.size() == 1 ? "events" : table.name(),
                                List.of(name),
                                table.columns(),
                                metadata(open, table),
                                DraftSample.of(open, table.name(), table.columns())));
            } else {
                var names = new ArrayList<>(known.files());
                names.add(name);
                found.put(
                        likeness,
                        new DraftTable(
                                known.format(),
                                known.table(),
                                known.bareName(),
                                names,
                                known.columns(),
                                known.metadata(),
                                known.sample()));
            }
        }
    }

    private static String columns(int count) {
        return count == 1 ? "1 column" : count + " columns";
    }

    /** A GADF event list says what it is (HDUCLAS1). */
    private static boolean isEventList(SourceTable table) {
        return table.metadata().entrySet().stream()
                .anyMatch(e -> e.getKey().equalsIgnoreCase("HDUCLAS1")
                        && e.getValue().strip().equals("EVENTS"));
    }

    private static SequencedMap<String, String> metadata(TableFile file, SourceTable table) {
        var metadata = new LinkedHashMap<String, String>(table.metadata());
        file.metadata().forEach(metadata::putIfAbsent);
        return metadata;
    }

    private static String fileName(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static Refusal refusal(DescriptorCode code, String message, Path file, @Nullable String help) {
        return new Refusal(Diagnostic.error(code, message, new Location.InFile(file.toString(), null, -1))
                .helped(help));
    }
}
