package org.heralddata.formats.root.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.heralddata.formats.root.compress.Algorithm;
import org.jspecify.annotations.Nullable;

/** A ROOT file of blobs, to which an anchor points: a temporary file first, since its header is known at its end only. */
public final class Container implements Closeable {
    private static final String BLOB = "RBlob";

    private final Path spool;
    private final FileChannel channel;
    private final Compression compression;
    private final RootFile file;

    /**
     * @param name      that the file says it has
     * @param algorithm null for none
     */
    public Container(String name, @Nullable Algorithm algorithm, int level) throws IOException {
        compression = new Compression(algorithm, level);
        spool = Files.createTempFile("herald-root-", ".root");
        channel = FileChannel.open(spool, StandardOpenOption.READ, StandardOpenOption.WRITE);
        file = new RootFile(channel, name, compression);
    }

    /** 100 times the algorithm plus the level. */
    public int setting() {
        return compression.setting();
    }

    /** The bytes as they are to be kept: of equal length if they are as given. Safe for many threads. */
    public byte[] compress(byte[] bytes) {
        return compression.compress(bytes, bytes.length);
    }

    /** Adds bytes that no directory lists; tells where the first is. */
    public long blob(byte[] bytes) throws IOException {
        KeyRecord key = KeyRecord.of(BLOB, "", "", file.end() > KeyRecord.SMALL_FILE);
        byte[] head =
                key.bytes(bytes.length, bytes.length, file.end(), file.time()).done();
        file.append(head, head.length);
        return file.append(bytes, bytes.length);
    }

    /** Adds a text that the top directory lists. */
    public void note(String name, String text) throws IOException {
        file.add(new StoredObject(Classes.OBJ_STRING).set("fString", text), name, Classes.OBJ_STRING.title(), 1);
    }

    /**
     * Adds the anchor of an RNTuple.
     *
     * @param cycle the higher, the newer of its name
     * @param bytes of the object, checksum and all
     */
    public void anchor(String name, int cycle, byte[] bytes) throws IOException {
        file.add(Classes.NTUPLE, name, "", cycle, bytes);
    }

    /** Completes the file and copies it. */
    public void finish(OutputStream out) throws IOException {
        file.finish();
        channel.position(0);
        Channels.newInputStream(channel).transferTo(out);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        compression.close();
        channel.close();
        Files.deleteIfExists(spool);
    }
}
