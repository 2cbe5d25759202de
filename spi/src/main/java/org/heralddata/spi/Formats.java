package org.heralddata.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** All formats on the class path. Immutable, safe for many threads. */
public final class Formats {
    private final List<TableReader> readers;
    private final List<TableWriter> writers;

    /** @throws IllegalStateException if two readers or two writers are of one format: which of them is taken must not be chance */
    public Formats(List<TableReader> readers, List<TableWriter> writers) {
        this.readers = readers.stream()
                .sorted(Comparator.comparing(r -> r.format().value()))
                .toList();
        this.writers = writers.stream()
                .sorted(Comparator.comparing(w -> w.format().value()))
                .toList();
        requireOneEach(this.readers.stream().map(r -> r.format().value()).toList());
        requireOneEach(this.writers.stream().map(w -> w.format().value()).toList());
    }

    private static void requireOneEach(List<String> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).equals(sorted.get(i - 1))) {
                throw new IllegalStateException("the format %s is installed twice".formatted(sorted.get(i)));
            }
        }
    }

    /** Those that {@link ServiceLoader} finds. */
    public static Formats installed() {
        return new Formats(
                ServiceLoader.load(TableReader.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                ServiceLoader.load(TableWriter.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /** By name. */
    public List<TableReader> readers() {
        return readers;
    }

    /** By name. */
    public List<TableWriter> writers() {
        return writers;
    }

    public Optional<TableReader> reader(String format) {
        return readers.stream().filter(r -> r.format().value().equals(format)).findFirst();
    }

    public Optional<TableWriter> writer(String format) {
        return writers.stream().filter(w -> w.format().value().equals(format)).findFirst();
    }

    /** The writer for a file name by its ending. */
    public Optional<TableWriter> writerFor(Path file) {
        String name = file.getFileName().toString();
        return writers.stream().filter(w -> name.endsWith("." + w.extension())).findFirst();
    }

    /** The surest reader of a file, content before name; empty if none knows it. */
    public Optional<TableReader> recognise(Path file) throws IOException {
        FileHead head = FileHead.of(file);
        return readers.stream()
                .filter(r -> r.recognise(head) != Recognition.NO)
                .max(Comparator.comparing(r -> r.recognise(head)));
    }
}
