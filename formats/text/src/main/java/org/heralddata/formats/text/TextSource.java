package org.heralddata.formats.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file: as it is, out of gzip, or out of a ZIP file with one entry.
 *
 * @param path  the file
 * @param entry the ZIP entry that holds the text; null if the file is no ZIP file
 */
record TextSource(Path path, boolean gzipped, @Nullable String entry) {
    private static final int BUFFER = 1 << 16;

    static TextSource of(Path path) throws IOException {
        byte[] magic;
        try (InputStream in = Files.newInputStream(path)) {
            magic = in.readNBytes(4);
        }
        boolean gzip = magic.length > 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        boolean zip = magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4;
        return new TextSource(path, gzip, zip ? onlyEntry(path) : null);
    }

    /** The file's name as diagnostics show it. */
    String name() {
        return entry == null ? path.toString() : path + "!/" + entry;
    }

    /** A table's name: that of the file without folders and endings. */
    String tableName() {
        String name = (entry == null ? path : Path.of(entry)).getFileName().toString();
        String bare = name.replaceFirst("(?i)\\.gz$", "").replaceFirst("(?<=.)\\.[A-Za-z0-9]{1,6}$", "");
        return bare.isEmpty() ? "table" : bare;
    }

    /** The decompressed bytes from the first but a byte order mark; damage becomes a {@link Refusal}. */
    InputStream openText() throws IOException {
        InputStream in = open();
        byte[] first = in.readNBytes(3);
        boolean mark =
                first.length == 3 && first[0] == (byte) 0xef && first[1] == (byte) 0xbb && first[2] == (byte) 0xbf;
        return mark ? in : new SequenceInputStream(new ByteArrayInputStream(first), in);
    }

    /** The decompressed bytes from the first; damage becomes a {@link Refusal}. */
    InputStream open() throws IOException {
        if (entry != null) {
            return openEntry(entry);
        }
        InputStream raw = Files.newInputStream(path);
        if (!gzipped) {
            return raw;
        }
        try {
            return new Guarded(new GZIPInputStream(new BufferedInputStream(raw, BUFFER), BUFFER), null);
        } catch (EOFException | ZipException broken) {
            raw.close();
            throw broken(broken);
        }
    }

    private InputStream openEntry(String name) throws IOException {
        try {
            ZipFile zip = new ZipFile(path.toFile());
            try {
                ZipEntry found = zip.getEntry(name);
                InputStream in = found == null ? null : zip.getInputStream(found);
                if (in == null) {
                    throw new ZipException("no entry " + name);
                }
                return new Guarded(in, zip);
            } catch (IOException | RuntimeException failed) {
                zip.close();
                throw failed;
            }
        } catch (ZipException broken) {
            throw broken(broken);
        }
    }

    private static String onlyEntry(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            List<String> names = zip.stream()
                    .filter(e -> !e.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(n -> !n.startsWith("__MACOSX/") && !n.endsWith(".DS_Store"))
                    .toList();
            if (names.size() != 1) {
                throw new Refusal(Diagnostic.error(
                                TextCode.ZIP_ENTRIES,
                                "the ZIP file holds %d files, not one table".formatted(names.size()),
                                new Location.InFile(path.toString(), null, -1))
                        .helped("unpack it and name the file to read"));
            }
            return names.getFirst();
        } catch (ZipException broken) {
            throw new TextSource(path, false, null).broken(broken);
        }
    }

    private Refusal broken(IOException cause) {
        return new Refusal(
                Diagnostic.error(
                                TextCode.BROKEN_CONTAINER,
                                "the compressed file is damaged or cut off",
                                new Location.InFile(path.toString(), entry, -1))
                        .helped("fetch the file again; its checksum may be published beside it"),
                cause);
    }

    /** Turns the complaints of the decompressor into refusals. */
    private final class Guarded extends FilterInputStream {
        private final @Nullable ZipFile zip;

        Guarded(InputStream in, @Nullable ZipFile zip) {
            super(in);
            this.zip = zip;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (EOFException | ZipException damaged) {
                throw broken(damaged);
            }
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (zip != null) {
                zip.close();
            }
        }
    }
}
