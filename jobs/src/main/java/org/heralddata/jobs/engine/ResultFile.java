package org.heralddata.jobs.engine;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A result on its way; closed, it is on the disk. */
final class ResultFile extends FilterOutputStream {
    private final FileChannel file;

    private ResultFile(FileChannel file) {
        super(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
        this.file = file;
    }

    static ResultFile create(Path path) throws IOException {
        return new ResultFile(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        if (file.isOpen()) {
            try (file) {
                flush();
                file.force(false);
            }
        }
    }
}
