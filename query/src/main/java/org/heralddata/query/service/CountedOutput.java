package org.heralddata.query.service;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts bytes on their way and the time that the receiver takes for them. */
final class CountedOutput extends FilterOutputStream {
    private long bytes;
    private long waited;

    CountedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        long start = System.nanoTime();
        out.write(b, off, len);
        waited += System.nanoTime() - start;
        bytes += len;
    }

    long bytes() {
        return bytes;
    }

    /** Seconds spent in the receiver, which say nothing of our own speed. */
    double waitedSeconds() {
        return waited / 1e9;
    }
}
