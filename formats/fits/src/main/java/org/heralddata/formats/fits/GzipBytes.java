package org.heralddata.formats.fits;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A gzip file read forwards; a step backwards begins anew. Where the compressed stream breaks off, the file ends. */
final class GzipBytes implements Bytes {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private @Nullable InputStream in;
    private long position;

    GzipBytes(Path file) {
        this.file = file;
    }

    @Override
    public int read(long from, byte[] target, int at, int length) throws IOException {
        if (reach(from) < from) {
            return 0;
        }
        return advance(target, at, length);
    }

    @Override
    public long reach(long wanted) throws IOException {
        if (in == null || wanted < position) {
            restart();
        }
        byte[] skipped = new byte[(int) Math.min(BUFFER, wanted - position)];
        while (position < wanted) {
            if (advance(skipped, 0, (int) Math.min(skipped.length, wanted - position)) == 0) {
                break;
            }
        }
        return position;
    }

    @Override
    public boolean isRandomAccess() {
        return false;
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }

    private void restart() throws IOException {
        close();
        position = 0;
        try {
            in = new GZIPInputStream(Files.newInputStream(file), BUFFER);
        } catch (ZipException broken) {
            throw broken(broken);
        }
    }

    /** Reads byte by byte counts, so that all bytes before a break are had. */
    private int advance(byte[] target, int at, int length) throws IOException {
        int done = 0;
        try {
            while (in != null && done < length) {
                int n = in.read(target, at + done, length - done);
                if (n < 0) {
                    break;
                }
                done += n;
            }
        } catch (EOFException truncated) {
            // The HDU that needed more bytes says how many.
        } catch (ZipException broken) {
            throw broken(broken);
        } finally {
            position += done;
        }
        return done;
    }

    private RuntimeException broken(ZipException cause) {
        return Place.of(file)
                .refusal(
                        FitsCode.BROKEN_GZIP,
                        position,
                        "the gzip stream is broken: " + cause.getMessage(),
                        "fetch or decompress the file again; `gzip -t` tests it");
    }
}
