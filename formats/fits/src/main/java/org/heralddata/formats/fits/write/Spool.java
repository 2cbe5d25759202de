package org.heralddata.formats.fits.write;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Vectors set aside in a temporary file that vanishes with it, to be read back in order, more than once. */
final class Spool implements Closeable {
    private static final int BUFFER = 1 << 20;

    private final FileChannel file;
    private final DataOutputStream out;

    Spool() throws IOException {
        file = FileChannel.open(
                Files.createTempFile("herald-fits", ".tmp"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
    }

    void write(Vector vector) throws IOException {
        writeNulls(vector.nulls());
        out.writeInt(vector.size());
        switch (vector) {
            case Vector.Longs longs -> {
                out.writeByte('L');
                ByteBuffer bytes = ByteBuffer.allocate(longs.size() * Long.BYTES);
                bytes.asLongBuffer().put(longs.values(), 0, longs.size());
                out.write(bytes.array());
            }
            case Vector.Doubles doubles -> {
                out.writeByte('D');
                ByteBuffer bytes = ByteBuffer.allocate(doubles.size() * Double.BYTES);
                bytes.asDoubleBuffer().put(doubles.values(), 0, doubles.size());
                out.write(bytes.array());
            }
            case Vector.Blobs blobs -> {
                out.writeByte('B');
                int[] lengths = new int[blobs.size()];
                for (int i = 0; i < lengths.length; i++) {
                    lengths[i] = blobs.isNull(i) ? 0 : blobs.values()[i].length;
                }
                writeInts(lengths, lengths.length);
                for (int i = 0; i < lengths.length; i++) {
                    if (lengths[i] > 0) {
                        out.write(blobs.values()[i]);
                    }
                }
            }
            case Vector.Lists lists -> {
                out.writeByte('[');
                writeInts(lists.offsets(), lists.size() + 1);
                write(lists.elements());
            }
            case Vector.Strings _ -> throw new IllegalArgumentException("texts come as bytes");
        }
    }

    /** To be called after the last {@link #write}; begins from the first vector. */
    DataInputStream reader() throws IOException {
        out.flush();
        file.position(0);
        return new DataInputStream(new BufferedInputStream(Channels.newInputStream(file), BUFFER));
    }

    static Vector read(DataInputStream in) throws IOException {
        BitSet nulls = readNulls(in);
        int size = in.readInt();
        return switch (in.readByte()) {
            case 'L' -> {
                long[] values = new long[size];
                ByteBuffer.wrap(bytes(in, size * Long.BYTES)).asLongBuffer().get(values);
                yield new Vector.Longs(values, size, nulls);
            }
            case 'D' -> {
                double[] values = new double[size];
                ByteBuffer.wrap(bytes(in, size * Double.BYTES)).asDoubleBuffer().get(values);
                yield new Vector.Doubles(values, size, nulls);
            }
            case 'B' -> {
                int[] lengths = readInts(in, size);
                byte[][] values = new byte[size][];
                for (int i = 0; i < size; i++) {
                    values[i] = bytes(in, lengths[i]);
                }
                yield new Vector.Blobs(values, size, nulls);
            }
            default -> {
                int[] offsets = readInts(in, size + 1);
                yield new Vector.Lists(offsets, read(in), size, nulls);
            }
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void writeInts(int[] values, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count * Integer.BYTES);
        bytes.asIntBuffer().put(values, 0, count);
        out.write(bytes.array());
    }

    private static int[] readInts(DataInputStream in, int count) throws IOException {
        int[] values = new int[count];
        ByteBuffer.wrap(bytes(in, count * Integer.BYTES)).asIntBuffer().get(values);
        return values;
    }

    private static byte[] bytes(DataInputStream in, int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        return bytes;
    }

    private void writeNulls(@Nullable BitSet nulls) throws IOException {
        byte[] bytes = nulls == null ? new byte[0] : nulls.toByteArray();
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable BitSet readNulls(DataInputStream in) throws IOException {
        byte[] bytes = bytes(in, in.readInt());
        return bytes.length == 0 ? null : BitSet.valueOf(bytes);
    }
}
