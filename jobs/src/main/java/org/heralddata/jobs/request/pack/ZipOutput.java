package org.heralddata.jobs.request.pack;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One archive, its files in a folder; the same files give the same bytes. */
final class ZipOutput implements PackageOutput {
    /** The earliest that a zip file can say: a time of making would make each package another. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Packed in themselves. */
    private static final Set<String> DENSE =
            Set.of("application/vnd.apache.parquet", "application/x-root", "application/x-hdf5");

    private final ZipOutputStream zip;
    private final String folder;

    /** @param out closed with this */
    ZipOutput(OutputStream out, String folder) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.folder = folder;
    }

    @Override
    public OutputStream file(String name, String mediaType) throws IOException {
        boolean dense = DENSE.stream().anyMatch(mediaType::startsWith);
        zip.setLevel(dense ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
        var entry = new ZipEntry(folder + "/" + name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        return new Entry(zip);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Entry extends FilterOutputStream {
        private final ZipOutputStream zip;

        Entry(ZipOutputStream zip) {
            super(zip);
            this.zip = zip;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            zip.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            zip.closeEntry();
        }
    }
}
