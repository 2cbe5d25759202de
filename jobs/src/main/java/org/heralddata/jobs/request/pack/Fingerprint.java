package org.heralddata.jobs.request.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;

/**
 * A checksum of rows, whatever format they are written in and however they come in batches: rows that are equal, in the same order,
 * have the same one in every version of the program.
 *
 * <p>SHA-256 over, for each column, its name, a zero byte, its type ({@code float64} …), a zero byte, and the SHA-256 of its cells. A cell is a zero
 * byte if it is null, else a byte 1 and its value, little endian: numbers, booleans and times (nanoseconds) in 8 bytes, floating-point numbers as
 * binary64 with one form of NaN; texts (UTF-8) and bytes behind their length in 4 bytes; lists behind their length in 4 bytes, each element again a
 * cell. One instance is for one thread.
 */
final class Fingerprint {
    private final List<Column> columns;
    private final List<MessageDigest> digests;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 15).order(ByteOrder.LITTLE_ENDIAN);

    Fingerprint(List<Column> columns) {
        this.columns = List.copyOf(columns);
        digests = columns.stream().map(_ -> Sha256.digest()).toList();
    }

    void add(Batch batch) {
        for (int i = 0; i < digests.size(); i++) {
            add(batch.vectors().get(i), 0, batch.rows(), digests.get(i));
            flush(digests.get(i));
        }
    }

    /** 64 hexadecimal digits. Once, after the last row. */
    String hex() {
        MessageDigest all = Sha256.digest();
        for (int i = 0; i < digests.size(); i++) {
            all.update((columns.get(i).name() + '\0' + columns.get(i).type().label() + '\0')
                    .getBytes(StandardCharsets.UTF_8));
            all.update(digests.get(i).digest());
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private void add(Vector cells, int from, int to, MessageDigest digest) {
        for (int row = from; row < to; row++) {
            if (cells.isNull(row)) {
                room(1, digest).put((byte) 0);
                continue;
            }
            room(9, digest).put((byte) 1);
            switch (cells) {
                case Vector.Longs longs -> buffer.putLong(longs.values()[row]);
                case Vector.Doubles doubles -> buffer.putLong(Double.doubleToLongBits(doubles.values()[row]));
                case Vector.Strings strings ->
                    add(String.valueOf(strings.values()[row]).getBytes(StandardCharsets.UTF_8), digest);
                case Vector.Blobs blobs -> add(blobs.values()[row], digest);
                case Vector.Lists lists -> {
                    int begin = lists.offsets()[row];
                    int end = lists.offsets()[row + 1];
                    buffer.putInt(end - begin);
                    add(lists.elements(), begin, end, digest);
                }
            }
        }
    }

    private void add(byte[] bytes, MessageDigest digest) {
        buffer.putInt(bytes.length);
        flush(digest);
        digest.update(bytes);
    }

    private ByteBuffer room(int bytes, MessageDigest digest) {
        if (buffer.remaining() < bytes) {
            flush(digest);
        }
        return buffer;
    }

    private void flush(MessageDigest digest) {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
