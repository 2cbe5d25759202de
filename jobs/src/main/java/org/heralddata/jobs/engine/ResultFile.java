package org.heralddata.jobs.engine;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A result on its way; closed, it is on the disk. A large one goes there while it is being written, so that there is little left to
 * wait for at its end.
 */
final class ResultFile extends FilterOutputStream {
    private static final int STEP = 16 << 20;

    private final FileChannel file;
    private FutureTask<Boolean> forcing = new FutureTask<>(() -> true);
    private long unforced;

    private ResultFile(FileChannel file) {
        super(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
        this.file = file;
        forcing.run();
    }

    static ResultFile create(Path path) throws IOException {
        return new ResultFile(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        unforced += length;
        if (unforced >= STEP && forcing.isDone()) {
            unforced = 0;
            result();
            forcing = new FutureTask<>(this::force);
            Thread.ofPlatform().name("herald-result").daemon().start(forcing);
        }
    }

    private boolean force() throws IOException {
        file.force(false);
        return true;
    }

    /** Throws what went wrong on the way to the disk. */
    private void result() throws IOException {
        try {
            forcing.get();
        } catch (ExecutionException failed) {
            throw new IOException("the result cannot be kept", failed.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a result was written");
        }
    }

    @Override
    public void close() throws IOException {
        if (file.isOpen()) {
            try (file) {
                flush();
                result();
                file.force(false);
            }
        }
    }
}
