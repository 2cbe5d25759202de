package org.heralddata.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;

/**
 * A table that lists files: an HDU index, or an observation index with the HDU index beside it.
 *
 * @param present files that are there, in the order of the index
 * @param absent  files that are not, as the index names them
 * @see <a href="https://gamma-astro-data-formats.readthedocs.io/en/v0.3/data_storage/index.html">GADF 0.3, data storage</a>
 */
record GadfIndex(String name, List<Path> present, List<String> absent) {
    private static final int MOST_NAMED = 5;

    /**
     * Reads an index.
     *
     * @throws Refusal if it is not there, lists no files, or none of them is there
     */
    static GadfIndex read(Path folder, String name, Formats formats) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw refusal(IngestCode.NO_FILES, "there is no index `%s` in the data folder".formatted(name), folder);
        }
        Listing listing = Listing.read(file, formats);
        if (listing.files.isEmpty() && !listing.observations.isEmpty()) {
            Set<String> observations = listing.observations;
            Path beside = file.resolveSibling(file.getFileName().toString().replace("obs-index", "hdu-index"));
            if (beside.equals(file) || !Files.isRegularFile(beside)) {
                throw refusal(
                        IngestCode.INDEX,
                        "`%s` lists observations, and no `hdu-index` lies beside it".formatted(name),
                        file);
            }
            listing = Listing.read(beside, formats).of(observations);
        }
        if (listing.files.isEmpty()) {
            throw refusal(IngestCode.INDEX, "`%s` lists no files of events".formatted(name), file);
        }
        return sorted(folder, name, file, listing);
    }

    private static GadfIndex sorted(Path folder, String name, Path file, Listing listing) {
        List<Path> present = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (String named : listing.files) {
            Path path = file.resolveSibling(named).normalize();
            if (!path.startsWith(folder.normalize())) {
                throw refusal(IngestCode.INDEX, "`%s` leads out of the data folder".formatted(named), file);
            }
            if (Files.isRegularFile(path)) {
                present.add(path);
            } else {
                absent.add(named);
            }
        }
        if (present.isEmpty()) {
            throw refusal(
                    IngestCode.NO_FILES,
                    "none of the %d files that `%s` names is there".formatted(absent.size(), name),
                    file);
        }
        return new GadfIndex(name, present, absent);
    }

    /** Tells of absent files; empty if all are there. */
    List<String> notes() {
        if (absent.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", absent.subList(0, Math.min(MOST_NAMED, absent.size())));
        return List.of("`%s` names %d files that are not there and were left out: %s%s"
                .formatted(name, absent.size(), names, absent.size() > MOST_NAMED ? ", …" : ""));
    }

    private static Refusal refusal(IngestCode code, String message, Path place) {
        return new Refusal(Diagnostic.error(code, message, new Location.InFile(place.toString(), null, -1)));
    }

    /**
     * What an index says.
     *
     * @param files        of events, relative to it, each once
     * @param owners       their OBS_ID, in step with them
     * @param observations listed by an index that lists no files
     */
    private record Listing(Set<String> files, List<String> owners, Set<String> observations) {

        /** The files of some observations. */
        Listing of(Set<String> wanted) {
            Set<String> kept = new LinkedHashSet<>();
            int row = 0;
            for (String file : files) {
                if (wanted.contains(owners.get(row++))) {
                    kept.add(file);
                }
            }
            return new Listing(kept, List.of(), wanted);
        }

        static Listing read(Path index, Formats formats) throws IOException {
            TableReader reader = formats.recognise(index)
                    .orElseThrow(
                            () -> refusal(IngestCode.NO_READER, "the index is of no format that Herald reads", index));
            try (TableFile file = reader.open(index, ReadOptions.NONE)) {
                for (SourceTable table : file.tables()) {
                    if (column(table, "FILE_NAME").isPresent()
                            || column(table, "OBS_ID").isPresent()) {
                        return rows(file, table);
                    }
                }
            }
            throw refusal(IngestCode.INDEX, "the index has no column `FILE_NAME` or `OBS_ID`", index);
        }

        private static Listing rows(TableFile file, SourceTable table) throws IOException {
            List<String> wanted = List.of("FILE_NAME", "FILE_DIR", "HDU_TYPE", "OBS_ID").stream()
                    .map(name -> column(table, name).orElse(""))
                    .toList();
            Set<String> files = new LinkedHashSet<>();
            List<String> owners = new ArrayList<>();
            Set<String> observations = new HashSet<>();
            List<String> read = wanted.stream().filter(name -> !name.isEmpty()).toList();
            try (TableCursor cursor = file.read(table.name(), read)) {
                for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                    for (int row = 0; row < batch.rows(); row++) {
                        List<String> cells = cells(wanted, read, batch, row);
                        if (wanted.getFirst().isEmpty()) {
                            observations.add(cells.get(3));
                        }
                        boolean events = wanted.get(2).isEmpty()
                                || cells.get(2).toLowerCase(Locale.ROOT).equals("events");
                        String path = Path.of(cells.get(1), cells.get(0)).toString();
                        if (events && !cells.get(0).isEmpty() && files.add(path)) {
                            owners.add(cells.get(3));
                        }
                    }
                }
            }
            return new Listing(files, owners, observations);
        }

        private static List<String> cells(List<String> wanted, List<String> read, Batch batch, int row) {
            return wanted.stream()
                    .map(name -> name.isEmpty() ? "" : cell(batch.vectors().get(read.indexOf(name)), row))
                    .collect(Collectors.toList());
        }

        private static String cell(Vector vector, int row) {
            return switch (vector) {
                case Vector.Strings(var values, var _, var _) -> {
                    String value = values[row];
                    yield value == null ? "" : value.strip();
                }
                case Vector.Longs(var values, var _, var _) -> Long.toString(values[row]);
                case Vector.Doubles(var values, var _, var _) -> Double.toString(values[row]);
                case Vector.Blobs _, Vector.Lists _ -> "";
            };
        }

        private static Optional<String> column(SourceTable table, String name) {
            return table.columns().stream()
                    .map(Column::name)
                    .filter(name::equalsIgnoreCase)
                    .findFirst();
        }
    }
}
