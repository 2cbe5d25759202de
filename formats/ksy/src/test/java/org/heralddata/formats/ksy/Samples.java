package org.heralddata.formats.ksy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableFile;
import org.heralddata.testkit.ProjectRoot;

/** Descriptions and data made for tests. */
final class Samples {

    private Samples() {}

    static Path description(String name) {
        return ProjectRoot.path()
                .resolve("formats/ksy/src/test/resources/samples")
                .resolve(name);
    }

    static ReadOptions options(Path ksy, String... more) {
        Map<String, String> options = new HashMap<>(Map.of("ksy", ksy.toString()));
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        return new ReadOptions(options);
    }

    static TableFile open(Path data, Path ksy, String... more) throws IOException {
        return new KsyTableReader().open(data, options(ksy, more));
    }

    /** A description and data beside it. */
    static Path write(Path folder, String ksy, byte[] data) throws IOException {
        Files.writeString(folder.resolve("sample.ksy"), ksy);
        return Files.write(folder.resolve("sample.bin"), data);
    }

    /** Data for {@code events.ksy}. */
    static byte[] events(int count) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("HRLD".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(ByteBuffer.allocate(7)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 2)
                .putShort((short) 4711)
                .putInt(count)
                .array());
        out.writeBytes("Zugspitze\0".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < count; i++) {
            boolean saturated = i % 3 == 0;
            int hits = i % 4;
            ByteBuffer event = ByteBuffer.allocate(23 + 6 * hits + 8).order(ByteOrder.LITTLE_ENDIAN);
            event.putInt(i).putLong(1_700_000_000_000_000_000L + i).putDouble(100.5 * i);
            event.put((byte) (i % 2 == 0 ? 1 : 7))
                    .put((byte) ((saturated ? 0x80 : 0) | i % 120))
                    .put((byte) hits);
            for (int h = 0; h < hits; h++) {
                event.put((byte) (10 + h)).putShort((short) (1000 * i + h)).put(new byte[] {1, 2, (byte) h});
            }
            for (int a = 0; a < 4; a++) {
                event.putShort((short) (a - 2));
            }
            out.writeBytes(event.array());
            if (saturated) {
                out.writeBytes(("event " + i + "\0").getBytes(StandardCharsets.UTF_8));
            }
        }
        out.writeBytes("END!".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
