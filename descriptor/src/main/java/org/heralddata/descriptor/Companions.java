package org.heralddata.descriptor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.descriptor.FilesDescriptor;
import org.heralddata.model.descriptor.SourceDescriptor;
import org.heralddata.model.descriptor.TableDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.CompanionFiles;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableReader;
import org.jspecify.annotations.Nullable;

/** The files that options of sources name, such as the description of a binary format. They lie below the descriptor's folder. */
public final class Companions {

    private Companions() {}

    /**
     * The descriptor with the paths of such options made absolute.
     *
     * @param file the descriptor's file
     * @throws Refusal if a path leads out of the descriptor's folder
     */
    public static CollectionDescriptor resolve(CollectionDescriptor descriptor, Path file, Formats formats) {
        List<Diagnostic> outside = new ArrayList<>();
        List<TableDescriptor> tables = descriptor.tables().stream()
                .map(table -> resolved(table, file, formats, outside))
                .toList();
        FilesDescriptor told = descriptor.files();
        FilesDescriptor files = told == null ? null : resolved(told, file, formats, outside);
        if (!outside.isEmpty()) {
            throw new Refusal(outside);
        }
        return new CollectionDescriptor(descriptor.about(), tables, files, descriptor.text());
    }

    /** All that is wrong with such files, read without any data. */
    public static List<Diagnostic> check(CollectionDescriptor descriptor, Path file, Formats formats)
            throws IOException {
        List<Diagnostic> found = new ArrayList<>();
        for (TableDescriptor table : descriptor.tables()) {
            int before = found.size();
            TableDescriptor resolved = resolved(table, file, formats, found);
            TableReader reader = reader(table.source(), formats);
            if (found.size() == before && reader instanceof CompanionFiles companions) {
                for (Diagnostic each :
                        companions.check(new ReadOptions(resolved.source().options()))) {
                    if (!found.contains(each)) {
                        found.add(each);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static @Nullable TableReader reader(SourceDescriptor source, Formats formats) {
        String format = source.format();
        return format == null ? null : formats.reader(format).orElse(null);
    }

    private static FilesDescriptor resolved(
            FilesDescriptor files, Path file, Formats formats, List<Diagnostic> problems) {
        return new FilesDescriptor(
                resolved(files.source(), "`files`", file, formats, problems),
                files.fields(),
                files.times(),
                files.run(),
                files.instrument());
    }

    private static TableDescriptor resolved(
            TableDescriptor table, Path file, Formats formats, List<Diagnostic> problems) {
        return new TableDescriptor(
                table.name(),
                table.description(),
                resolved(table.source(), "table `%s`".formatted(table.name()), file, formats, problems),
                table.key(),
                table.time(),
                table.direction(),
                table.energy(),
                table.sort(),
                table.columns(),
                table.components());
    }

    private static SourceDescriptor resolved(
            SourceDescriptor source, String of, Path file, Formats formats, List<Diagnostic> problems) {
        if (!(reader(source, formats) instanceof CompanionFiles companions)) {
            return source;
        }
        Path parent = file.toAbsolutePath().normalize().getParent();
        Path folder = parent == null ? file.toAbsolutePath().getRoot() : parent;
        Map<String, String> options = new LinkedHashMap<>(source.options());
        for (String name : companions.fileOptions()) {
            String told = options.get(name);
            if (told != null) {
                Path path = folder.resolve(told).normalize();
                if (!isInside(path, folder)) {
                    problems.add(Diagnostic.error(
                                    DescriptorCode.OUTSIDE,
                                    "option `%s` of %s: `%s` leads out of the folder of the descriptor"
                                            .formatted(name, of, told),
                                    new Location.InFile(file.toString(), null, -1))
                            .helped("put the file below that folder"));
                }
                options.put(name, path.toString());
            }
        }
        return new SourceDescriptor(source.files(), source.index(), source.format(), source.table(), options);
    }

    private static boolean isInside(Path path, Path folder) {
        try {
            return path.startsWith(folder)
                    && (!Files.exists(path) || path.toRealPath().startsWith(folder.toRealPath()));
        } catch (IOException unreadable) {
            return true;
        }
    }
}
