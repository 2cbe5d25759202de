package org.heralddata.ingest.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/**
 * UUIDs of events, version 5: the same for the same event in every release. The name hashed is
 * {@code collection/table/key…} where the table has a key, else {@code collection/table/file#row}; slashes in texts are
 * written {@code %2F}. For one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.5">RFC 9562, section 5.5</a>
 */
final class EventIds {

    /** Version 5 of {@code heralddata.org} in the name space of domain names. */
    static final UUID NAME_SPACE = UUID.fromString("8d433d83-68e2-56da-9cc9-b2f5c79846a4");

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest sha1 = sha1();
    private final byte[] prefix;
    private final byte[] text = new byte[36];

    EventIds(CollectionId collection, String table) {
        byte[] name = (collection + "/" + table).getBytes(StandardCharsets.UTF_8);
        prefix = ByteBuffer.allocate(16 + name.length)
                .putLong(NAME_SPACE.getMostSignificantBits())
                .putLong(NAME_SPACE.getLeastSignificantBits())
                .put(name)
                .array();
    }

    /** Of the rows of a file from one on. */
    Vector.Strings byPlace(String file, long firstRow, int rows) {
        byte[] start = ("/" + escaped(file) + "#").getBytes(StandardCharsets.UTF_8);
        @Nullable String[] ids = new @Nullable String[rows];
        for (int row = 0; row < rows; row++) {
            sha1.update(prefix);
            sha1.update(start);
            sha1.update(Long.toString(firstRow + row).getBytes(StandardCharsets.US_ASCII));
            ids[row] = id(null);
        }
        return new Vector.Strings(ids, rows, null);
    }

    /** Of rows by their keys; each is told to {@code repeats}. */
    Vector.Strings byKey(List<Vector> keys, int rows, KeyRepeats repeats) {
        @Nullable String[] ids = new @Nullable String[rows];
        for (int row = 0; row < rows; row++) {
            sha1.update(prefix);
            for (Vector key : keys) {
                sha1.update((byte) '/');
                sha1.update(keyText(key, row));
            }
            ids[row] = id(repeats);
        }
        return new Vector.Strings(ids, rows, null);
    }

    private static byte[] keyText(Vector key, int row) {
        if (key.isNull(row)) {
            return new byte[0];
        }
        return switch (key) {
            case Vector.Longs(var values, var _, var _) ->
                Long.toString(values[row]).getBytes(StandardCharsets.US_ASCII);
            case Vector.Doubles(var values, var _, var _) ->
                Double.toString(values[row]).getBytes(StandardCharsets.US_ASCII);
            case Vector.Strings(var values, var _, var _) ->
                escaped(String.valueOf(values[row])).getBytes(StandardCharsets.UTF_8);
            case Vector.Blobs(var values, var _, var _) -> {
                byte[] value = values[row];
                yield value == null ? new byte[0] : value;
            }
            case Vector.Lists _ -> throw new IllegalArgumentException("a list cannot be a key");
        };
    }

    private static String escaped(String value) {
        return value.replace("%", "%25").replace("/", "%2F");
    }

    private String id(@Nullable KeyRepeats repeats) {
        byte[] hash = sha1.digest();
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        if (repeats != null) {
            repeats.add(ByteBuffer.wrap(hash, 8, 8).getLong()
                    ^ Long.rotateLeft(ByteBuffer.wrap(hash, 0, 8).getLong(), 32));
        }
        int at = 0;
        for (int i = 0; i < 16; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                text[at++] = '-';
            }
            text[at++] = HEX[(hash[i] >> 4) & 0xf];
            text[at++] = HEX[hash[i] & 0xf];
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
