package org.heralddata.formats.root;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files beyond 2 GB have addresses of 8 bytes. The one made here is sparse: a note lies at its end. */
final class LargeFilesTest {
    private static final long FAR = 3_000_000_000L;
    private static final int NAME_LENGTH = 60;

    @Test
    void findsAnObjectBeyondTwoGigabytes(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("large.root");
        ByteBuffer object = object();
        ByteBuffer listed = key("TFile", "large", FAR, 0);
        ByteBuffer entry = key("TObjString", "note", FAR + 1000, object.limit());
        int keysLength = listed.limit() + 4 + entry.limit();
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(header(FAR + 1000 + entry.limit() + object.limit()), 0);
            channel.write(directory(keysLength), 100 + NAME_LENGTH);
            ByteBuffer keys = ByteBuffer.allocate(keysLength)
                    .put(listed)
                    .putInt(1)
                    .put(entry.duplicate())
                    .flip();
            channel.write(keys, FAR);
            channel.write(entry, FAR + 1000);
            channel.write(object, FAR + 1000 + entry.limit());
        }
        try (TableFile file = new RootTableReader().open(path, ReadOptions.NONE)) {
            assertThat(file.metadata()).containsEntry("note", "far away");
        }
    }

    private static ByteBuffer header(long end) {
        return ByteBuffer.allocate(75)
                .put("root".getBytes(StandardCharsets.US_ASCII))
                .putInt(1_063_200)
                .putInt(100)
                .putLong(end)
                .putLong(end) // fSeekFree
                .putInt(0)
                .putInt(0)
                .putInt(NAME_LENGTH)
                .put((byte) 8)
                .putInt(101)
                .putLong(0) // no streamer information
                .putInt(0)
                .rewind();
    }

    private static ByteBuffer directory(int keysLength) {
        return ByteBuffer.allocate(60)
                .putShort((short) 1005)
                .putInt(0)
                .putInt(0)
                .putInt(keysLength)
                .putInt(NAME_LENGTH)
                .putLong(100)
                .putLong(0)
                .putLong(FAR)
                .rewind();
    }

    private static ByteBuffer key(String className, String name, long seek, int objectLength) {
        int length = 34 + 1 + className.length() + 1 + name.length() + 1;
        return ByteBuffer.allocate(length)
                .putInt(length + objectLength)
                .putShort((short) 1004)
                .putInt(objectLength)
                .putInt(0)
                .putShort((short) length)
                .putShort((short) 1)
                .putLong(seek)
                .putLong(100)
                .put(text(className))
                .put(text(name))
                .put((byte) 0)
                .flip();
    }

    private static ByteBuffer object() {
        byte[] text = text("far away");
        return ByteBuffer.allocate(16 + text.length)
                .putInt(0x4000_0000 | (12 + text.length))
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(0)
                .putInt(0x0300_0000)
                .put(text)
                .flip();
    }

    private static byte[] text(String text) {
        byte[] bytes = new byte[text.length() + 1];
        bytes[0] = (byte) text.length();
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, 1, text.length());
        return bytes;
    }
}
