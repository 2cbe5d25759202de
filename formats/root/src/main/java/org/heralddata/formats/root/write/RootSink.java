package org.heralddata.formats.root.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.heralddata.model.table.Batch;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;

/** A table on its way into a ROOT file: a temporary one first, since its header is known at its end only. */
final class RootSink implements TableSink {
    private final OutputStream out;
    private final Path spool;
    private final FileChannel channel;
    private final Compression compression;
    private final TreeWriter tree;

    RootSink(OutputStream out, TableHeader header, Compression compression) throws IOException {
        this.out = out;
        this.compression = compression;
        spool = Files.createTempFile("herald-root-", ".root");
        channel = FileChannel.open(spool, StandardOpenOption.READ, StandardOpenOption.WRITE);
        tree = new TreeWriter(new RootFile(channel, header.name() + ".root", compression), header, compression);
    }

    @Override
    public void write(Batch batch) throws IOException {
        tree.write(batch);
    }

    @Override
    public void finish() throws IOException {
        tree.finish();
        channel.position(0);
        Channels.newInputStream(channel).transferTo(out);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        tree.close();
        compression.close();
        channel.close();
        Files.deleteIfExists(spool);
    }
}
