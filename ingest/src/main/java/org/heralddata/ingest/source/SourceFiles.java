package org.heralddata.ingest.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.model.descriptor.SourceDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Formats;

/**
 * The files that a source names, in an order that does not depend on the file system: pattern by pattern, by name within
 * one; those of an index in its own order.
 *
 * @param files each once
 * @param notes what is missing, one sentence each
 */
public record SourceFiles(List<DataPath> files, List<String> notes) {

    public SourceFiles {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /**
     * Looks for the files.
     *
     * @param folder that patterns and index are relative to
     * @throws Refusal if a pattern matches nothing, or none of the files of an index is there
     */
    public static SourceFiles find(SourceDescriptor source, Path folder, Formats formats) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        List<String> notes = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (String pattern : source.files()) {
            Set<Path> matches = matches(folder, pattern);
            if (matches.isEmpty()) {
                problems.add(noMatch(folder, pattern));
            }
            files.addAll(matches);
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        if (source.index() != null) {
            GadfIndex index = GadfIndex.read(folder, source.index(), formats);
            files.addAll(index.present());
            notes.addAll(index.notes());
        }
        return new SourceFiles(
                files.stream().map(file -> DataPath.of(folder, file)).toList(), notes);
    }

    /** The files that there are, which may be none. */
    public static List<DataPath> matching(SourceDescriptor source, Path folder, Formats formats) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (String pattern : source.files()) {
            files.addAll(matches(folder, pattern));
        }
        if (source.index() != null) {
            files.addAll(GadfIndex.read(folder, source.index(), formats).present());
        }
        return files.stream().map(file -> DataPath.of(folder, file)).toList();
    }

    private static Diagnostic noMatch(Path folder, String pattern) {
        String message = Files.isDirectory(folder)
                ? "no file matches `%s` in the data folder".formatted(pattern)
                : "there is no data folder to find `%s` in".formatted(pattern);
        return Diagnostic.error(IngestCode.NO_FILES, message, new Location.InFile(folder.toString(), null, -1))
                .helped("get the files there as the collection's `download` says, or tell where they are with"
                        + " `--data DIR`");
    }

    private static Set<Path> matches(Path folder, String pattern) throws IOException {
        String plain = pattern.replace('\\', '/');
        String fixed = plain.split("[*?\\[{]", 2)[0];
        if (fixed.equals(plain)) {
            Path file = folder.resolve(plain);
            return Files.isRegularFile(file) ? Set.of(file.normalize()) : Set.of();
        }
        Path start =
                folder.resolve(fixed.substring(0, fixed.lastIndexOf('/') + 1)).normalize();
        if (!Files.isDirectory(start)) {
            return Set.of();
        }
        List<PathMatcher> matchers = matchers(plain);
        Set<Path> found = new TreeSet<>();
        Files.walkFileTree(
                start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                        return visited.equals(start) || !isHidden(visited)
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) {
                        Path relative = folder.relativize(visited);
                        if (attributes.isRegularFile()
                                && !isHidden(visited)
                                && matchers.stream().anyMatch(m -> m.matches(relative))) {
                            found.add(visited);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path visited, IOException failure) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return found;
    }

    /** A pattern, and where it starts with any folders also the pattern of none. */
    private static List<PathMatcher> matchers(String pattern) {
        List<PathMatcher> matchers = new ArrayList<>();
        matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
        if (pattern.contains("**/")) {
            matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("**/", "")));
        }
        return matchers;
    }

    private static boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }
}
