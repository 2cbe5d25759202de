package org.heralddata.formats.ksy.table;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;

/**
 * The bytes of a data file, mapped into memory. A gzip file is first decompressed to a temporary file, since descriptions
 * may ask for any byte at any time.
 */
final class Data implements AutoCloseable {
    private static final long MOST_SPOOLED = 16L << 30;
    private static final int BUFFER = 1 << 16;

    private final Arena arena;
    private final MemorySegment bytes;

    private Data(Arena arena, MemorySegment bytes) {
        this.arena = arena;
        this.bytes = bytes;
    }

    static Data open(Path file, boolean gzipped) throws IOException {
        if (!gzipped) {
            return map(file);
        }
        Path spool = Files.createTempFile("herald-", ".spool");
        try {
            inflate(file, spool);
            return map(spool);
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    MemorySegment bytes() {
        return bytes;
    }

    private static Data map(Path file) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            MemorySegment bytes =
                    size == 0 ? MemorySegment.NULL : channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            return new Data(arena, bytes);
        } catch (IOException | RuntimeException failed) {
            arena.close();
            throw failed;
        }
    }

    private static void inflate(Path file, Path spool) throws IOException {
        var buffer = new byte[BUFFER];
        long written = 0;
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                InputStream in = new GZIPInputStream(raw, BUFFER);
                OutputStream out = Files.newOutputStream(spool)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                written += n;
                if (written > MOST_SPOOLED) {
                    throw new Failure(
                                    KsyCode.LIMIT,
                                    "the file decompresses to more than %d GB".formatted(MOST_SPOOLED >> 30))
                            .helped("decompress it first");
                }
                out.write(buffer, 0, n);
            }
        } catch (EOFException | ZipException broken) {
            throw new Failure(KsyCode.BROKEN_PROCESS, "the gzip file is damaged or cut off")
                    .helped("fetch the file again; `gzip -t` tests it");
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
