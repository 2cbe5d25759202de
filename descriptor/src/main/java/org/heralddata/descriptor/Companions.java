package org.heralddata.descriptor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.descriptor.FilesDescriptor;
import org.heralddata.model.descriptor.SourceDescriptor;
import org.heralddata.model.descriptor.TableDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.CompanionFiles;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableReader;
import org.jspecify.annotations.Nullable;

/** The files that options of sources name, such as the description of a binary format. They lie below the descriptor's folder. */
public final class Companions {
    private final CollectionDescriptor descriptor;
    private final Path file;
    private final Path folder;
    private final Formats formats;
    private final List<Diagnostic> problems = new ArrayList<>();
    private @Nullable Places places;

    private Companions(CollectionDescriptor descriptor, Path file, Formats formats) {
        this.descriptor = descriptor;
        this.file = file;
        this.formats = formats;
        Path parent = file.toAbsolutePath().normalize().getParent();
        this.folder = parent == null ? file.toAbsolutePath().getRoot() : parent;
    }

    /**
     * The descriptor with the paths of such options made absolute.
     *
     * @param file the descriptor's file
     * @throws Refusal if a path leads out of the descriptor's folder
     */
    public static CollectionDescriptor resolve(CollectionDescriptor descriptor, Path file, Formats formats) {
        return new Companions(descriptor, file, formats).resolve();
    }

    /** All that is wrong with options and such files, read without any data. */
    public static List<Diagnostic> check(CollectionDescriptor descriptor, Path file, Formats formats)
            throws IOException {
        return new Companions(descriptor, file, formats).check();
    }

    private CollectionDescriptor resolve() {
        List<TableDescriptor> tables =
                descriptor.tables().stream().map(this::resolved).toList();
        FilesDescriptor told = descriptor.files();
        FilesDescriptor files = told == null
                ? null
                : new FilesDescriptor(
                        resolved(told.source(), List.of("files")),
                        told.fields(),
                        told.times(),
                        told.run(),
                        told.instrument());
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return new CollectionDescriptor(descriptor.about(), tables, files, descriptor.text());
    }

    private List<Diagnostic> check() throws IOException {
        for (TableDescriptor table : descriptor.tables()) {
            check(table.source(), List.of("tables", table.name()));
        }
        if (descriptor.files() != null) {
            check(descriptor.files().source(), List.of("files"));
        }
        return List.copyOf(problems);
    }

    private void check(SourceDescriptor source, List<String> of) throws IOException {
        TableReader reader = reader(source);
        if (reader == null) {
            return;
        }
        int before = problems.size();
        for (String name : source.options().keySet()) {
            if (!reader.options().contains(name)) {
                add(unknown(name, reader, of));
            }
        }
        SourceDescriptor resolved = resolved(source, of);
        if (reader instanceof CompanionFiles companions) {
            for (String name : companions.fileOptions()) {
                String path = resolved.options().get(name);
                if (path != null && problems.size() == before && !Files.isRegularFile(Path.of(path))) {
                    add(missing(name, source, Path.of(path), of));
                }
            }
            if (problems.size() == before) {
                companions.check(new ReadOptions(resolved.options())).forEach(this::add);
            }
        }
    }

    private void add(Diagnostic diagnostic) {
        if (!problems.contains(diagnostic)) {
            problems.add(diagnostic);
        }
    }

    private Diagnostic unknown(String name, TableReader reader, List<String> of) {
        List<String> known = reader.options().stream().sorted().toList();
        String nearest = Nearest.help(name, known);
        return Diagnostic.error(
                        DescriptorCode.UNKNOWN_KEY,
                        "the format `%s` has no option `%s`".formatted(reader.format(), name),
                        places().ofKey(option(of, name)))
                .helped(
                        nearest != null
                                ? nearest
                                : known.isEmpty() ? "it has none" : "it may have " + String.join(", ", known));
    }

    private Diagnostic missing(String name, SourceDescriptor source, Path path, List<String> of) {
        String nearest = Nearest.help(String.valueOf(path.getFileName()), beside(path));
        return Diagnostic.error(
                        DescriptorCode.NO_COMPANION,
                        "there is no file `%s`".formatted(source.options().get(name)),
                        places().ofValue(option(of, name)))
                .helped(nearest != null ? nearest : "its path starts at the descriptor's own folder");
    }

    private static List<String> beside(Path path) {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static List<String> option(List<String> of, String name) {
        return Stream.concat(of.stream(), Stream.of("source", "options", name)).toList();
    }

    private Places places() {
        if (places == null) {
            places = new Places(file.toString(), descriptor.text());
        }
        return places;
    }

    private @Nullable TableReader reader(SourceDescriptor source) {
        String format = source.format();
        return format == null ? null : formats.reader(format).orElse(null);
    }

    private TableDescriptor resolved(TableDescriptor table) {
        return new TableDescriptor(
                table.name(),
                table.description(),
                resolved(table.source(), List.of("tables", table.name())),
                table.key(),
                table.time(),
                table.direction(),
                table.energy(),
                table.sort(),
                table.columns(),
                table.components(),
                table.access());
    }

    private SourceDescriptor resolved(SourceDescriptor source, List<String> of) {
        if (!(reader(source) instanceof CompanionFiles companions)) {
            return source;
        }
        Map<String, String> options = new LinkedHashMap<>(source.options());
        for (String name : companions.fileOptions()) {
            String told = options.get(name);
            if (told != null) {
                Path path = folder.resolve(told).normalize();
                if (!isInside(path)) {
                    problems.add(Diagnostic.error(
                                    DescriptorCode.OUTSIDE,
                                    "option `%s`: `%s` leads out of the folder of the descriptor".formatted(name, told),
                                    places().ofValue(option(of, name)))
                            .helped("put the file below that folder"));
                }
                options.put(name, path.toString());
            }
        }
        return new SourceDescriptor(source.files(), source.index(), source.format(), source.table(), options);
    }

    private boolean isInside(Path path) {
        try {
            return path.startsWith(folder)
                    && (!Files.exists(path) || path.toRealPath().startsWith(folder.toRealPath()));
        } catch (IOException unreadable) {
            return true;
        }
    }
}
