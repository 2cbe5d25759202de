package org.heralddata.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.ExaminedFile;
import org.heralddata.spi.Extractors;
import org.heralddata.spi.Formats;
import org.heralddata.spi.MetadataExtractor;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableReader;
import org.jspecify.annotations.Nullable;

/** Something that is given damaged files. */
sealed interface Subject {

    /** As cases and tables call it; without blanks. */
    String name();

    /**
     * Takes all that a file has to give.
     *
     * @param companion the other file of the sample's pair, undamaged
     * @return false if the file was refused
     */
    boolean take(Path file, @Nullable Path companion) throws IOException;

    /** All readers and extractors that are installed; some readers once more for variants that have few samples. */
    static List<Subject> installed(Formats formats) {
        var subjects = new ArrayList<Subject>();
        for (TableReader reader : formats.readers()) {
            subjects.add(new Reads(reader.format().value(), reader));
        }
        formats.reader("root").ifPresent(root -> subjects.add(new Reads("rntuple", root)));
        formats.reader("fits").ifPresent(fits -> subjects.add(new Reads("zfits", fits)));
        formats.reader("ksy").ifPresent(ksy -> subjects.add(new Describes("ksy-description", ksy)));
        for (MetadataExtractor extractor : Extractors.installed().all()) {
            subjects.add(new Extracts("from-" + extractor.name(), extractor));
        }
        return List.copyOf(subjects);
    }

    /** A reader of tables. A companion is the description of the data. */
    record Reads(String name, TableReader reader) implements Subject {
        @Override
        public boolean take(Path file, @Nullable Path companion) throws IOException {
            ReadOptions options =
                    companion == null ? ReadOptions.NONE : new ReadOptions(Map.of("ksy", companion.toString()));
            return Reading.read(reader, file, options);
        }
    }

    /** A description that is damaged, of data that are not. */
    record Describes(String name, TableReader reader) implements Subject {
        @Override
        public boolean take(Path file, @Nullable Path companion) throws IOException {
            Path data = companion == null ? file : companion;
            return Reading.read(
                    reader,
                    data,
                    new ReadOptions(Map.of("ksy", file.toAbsolutePath().toString())));
        }
    }

    /** An extractor, with each of a few options. */
    record Extracts(String name, MetadataExtractor extractor) implements Subject {
        private static final Map<String, List<Map<String, String>>> OPTIONS = Map.of(
                "sidecar",
                List.of(
                        Map.of("file", "{name}", "key", "name"),
                        Map.of("file", "{name}", "key", "0/0/1"),
                        Map.of("file", "{name}", "key", "data/0/values")),
                "text",
                List.of(
                        Map.of("regex", "(\\d+)$"),
                        Map.of("regex", "^((?:\\w+\\s*)+):$"),
                        Map.of("regex", "RUNNR +(\\d+)")));

        @Override
        public boolean take(Path file, @Nullable Path companion) throws IOException {
            var examined = new ExaminedFile(
                    file,
                    file.getFileName().toString(),
                    Objects.requireNonNull(file.toAbsolutePath().getParent()));
            for (Map<String, String> options : Objects.requireNonNull(OPTIONS.get(extractor.name()), name)) {
                try {
                    extractor.extract(examined, options);
                } catch (Refusal refusal) {
                    refusal.diagnostics().forEach(Reading::checkWords);
                    return false;
                }
            }
            return true;
        }
    }
}
