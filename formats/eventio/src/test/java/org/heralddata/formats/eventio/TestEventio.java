package org.heralddata.formats.eventio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Composes small EventIO files object by object, right or wrong. */
final class TestEventio {
    private static final int MARKER = 0xd41f8a37;
    private static final int WORDS = 273;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    TestEventio(ByteOrder order) {
        this.order = order;
    }

    /** A run of one shower seen by two telescopes, each with two bunches, and a long steering card at the end. */
    static byte[] iactRun(ByteOrder order) {
        TestEventio file = new TestEventio(order);
        file.top(1200, 0, 7, words(order, "RUNH", 7, 151224, 7.5f));
        file.top(1201, 0, 0, file.bytes(b -> {
            b.putInt(2);
            for (int i = 0; i < 8; i++) {
                b.putFloat(100 * i);
            }
        }));
        file.top(1202, 0, 3, words(order, "EVTH", 3, 14, 1000));
        file.container(
                1204,
                0,
                file.object(1205, 0, 1, bunches(file, false)),
                file.object(1205, 1000, 2, bunches(file, true)));
        file.top(1209, 0, 3, words(order, "EVTE", 3, 1, 2, 3, 4));
        file.top(
                1210,
                0,
                7,
                file.bytes(b -> b.putInt(3)
                        .put("RUNE".getBytes(StandardCharsets.US_ASCII))
                        .putFloat(7)
                        .putFloat(1)));
        file.top(1212, 0, 0, file.bytes(b -> {
            b.putInt(2000);
            for (int i = 0; i < 2000; i++) {
                b.putShort((short) 20).put("RUNNR   7           ".getBytes(StandardCharsets.US_ASCII));
            }
        }));
        return file.done();
    }

    /** Two photons, the second with the particle that made it after it; compact: two photons. */
    private static byte[] bunches(TestEventio file, boolean compact) {
        return file.bytes(b -> {
            b.putShort((short) 0).putShort((short) 1).putFloat(2).putInt(compact ? 2 : 3);
            if (compact) {
                for (int i = 0; i < 2; i++) {
                    for (int value : new int[] {100, -200, 3000, 6000, 50, 6000, 400, 350}) {
                        b.putShort((short) value);
                    }
                }
                return;
            }
            for (float value : new float[] {10, -20, 0.1f, 0.2f, 5, 1e6f, 4, 350}) {
                b.putFloat(value);
            }
            for (float value : new float[] {11, -21, 0.1f, 0.2f, 6, 1e6f, 5, 0}) {
                b.putFloat(value);
            }
            for (float value : new float[] {11, -21, 0.106f, -1, 6, 3, 40, 9999}) {
                b.putFloat(value);
            }
        });
    }

    static byte[] words(ByteOrder order, String tag, float... from2) {
        ByteBuffer block = ByteBuffer.allocate(4 + 4 * WORDS).order(order);
        block.putInt(WORDS).put(tag.getBytes(StandardCharsets.US_ASCII));
        for (float value : from2) {
            block.putFloat(value);
        }
        return block.array();
    }

    byte[] bytes(Consumer<ByteBuffer> filling) {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 17).order(order);
        filling.accept(buffer);
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    /** An object within others. */
    byte[] object(int type, int version, int id, byte[] content) {
        return object(type, version, id, content, content.length);
    }

    /** The same that claims another length; 1 shifted by 30 makes it a container. */
    byte[] object(int type, int version, int id, byte[] content, int length) {
        return bytes(
                b -> b.putInt(type | (version << 20)).putInt(id).putInt(length).put(content));
    }

    TestEventio top(int type, int version, int id, byte[] content) {
        return raw(object(type, version, id, content));
    }

    TestEventio container(int type, int id, byte[]... objects) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] object : objects) {
            content.writeBytes(object);
        }
        return raw(object(type, 0, id, content.toByteArray(), content.size() | (1 << 30)));
    }

    TestEventio raw(byte[] object) {
        out.writeBytes(bytes(b -> b.putInt(MARKER)));
        out.writeBytes(object);
        return this;
    }

    byte[] done() {
        return out.toByteArray();
    }
}
