package org.heralddata.store.iceberg;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.Files;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * Files of a warehouse that may have moved: a location in any folder that the warehouse once was in is looked for where it
 * is now. Locations are {@code file://} and the path as it is, without percent signs.
 */
final class LocalFileIO implements FileIO {
    private static final long serialVersionUID = 1L;
    private static final String SCHEME = "file://";

    private final String warehouse;
    private final List<String> formerPlaces;

    /** @param formerPlaces absolute paths */
    LocalFileIO(Path warehouse, List<String> formerPlaces) {
        this.warehouse = warehouse.toString();
        this.formerPlaces = formerPlaces.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** The location to record for a file. */
    static String location(Path file) {
        return SCHEME + file;
    }

    /** Where a recorded file is now. */
    Path path(String location) {
        String path = location.startsWith(SCHEME) ? location.substring(SCHEME.length()) : location;
        for (String former : formerPlaces) {
            if (path.startsWith(former + "/")) {
                return Path.of(warehouse + path.substring(former.length()));
            }
        }
        return Path.of(path);
    }

    @Override
    public InputFile newInputFile(String location) {
        return new Input(Files.localInput(path(location).toFile()), location);
    }

    @Override
    public OutputFile newOutputFile(String location) {
        java.io.File file = path(location).toFile();
        return new Output(Files.localOutput(file), location);
    }

    @Override
    public void deleteFile(String location) {
        try {
            java.nio.file.Files.deleteIfExists(path(location));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("cannot delete " + location, e);
        }
    }

    /** Keeps the recorded location: Iceberg writes it into its metadata. */
    private record Input(InputFile file, String location) implements InputFile {

        @Override
        public long getLength() {
            return file.getLength();
        }

        @Override
        public SeekableInputStream newStream() {
            return file.newStream();
        }

        @Override
        public boolean exists() {
            return file.exists();
        }
    }

    private record Output(OutputFile file, String location) implements OutputFile {

        @Override
        public PositionOutputStream create() {
            return file.create();
        }

        @Override
        public PositionOutputStream createOrOverwrite() {
            return file.createOrOverwrite();
        }

        @Override
        public InputFile toInputFile() {
            return new Input(file.toInputFile(), location);
        }
    }
}
