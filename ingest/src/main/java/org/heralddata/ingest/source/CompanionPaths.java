package org.heralddata.ingest.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heralddata.model.descriptor.SourceDescriptor;
import org.heralddata.spi.CompanionFiles;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableReader;

/** The files besides the data that a source is read by, such as the description of a binary format. */
public final class CompanionPaths {

    private CompanionPaths() {}

    /**
     * Looks for them.
     *
     * @param files  of the source
     * @param folder the data folder, to name them by; those outside of it are named by their file name
     * @return each once; empty for readers that need none
     * @throws org.heralddata.model.diagnostic.Refusal if one is missing or wrong
     */
    public static List<DataPath> find(SourceDescriptor source, List<DataPath> files, Path folder, Formats formats)
            throws IOException {
        boolean needed = formats.readers().stream().anyMatch(CompanionFiles.class::isInstance);
        Set<Path> found = new LinkedHashSet<>();
        for (DataPath file : needed ? files : List.<DataPath>of()) {
            if (reader(source, file, formats).orElse(null) instanceof CompanionFiles companions) {
                found.addAll(companions.files(file.path(), new ReadOptions(source.options())));
            }
        }
        if (found.isEmpty()) {
            return List.of();
        }
        Path real = folder.toRealPath();
        return found.stream()
                .map(path -> path.startsWith(real)
                        ? DataPath.of(real, path)
                        : new DataPath(path, String.valueOf(path.getFileName())))
                .toList();
    }

    private static Optional<TableReader> reader(SourceDescriptor source, DataPath file, Formats formats)
            throws IOException {
        String format = source.format();
        return format == null ? formats.recognise(file.path()) : formats.reader(format);
    }
}
