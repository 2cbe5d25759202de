package org.heralddata.formats.root.cells;

import org.heralddata.formats.root.file.RootBuffer;

/** {@code TDatime}: years since 1995, month, day, hour, minute, second in 32 bits, in the writer's local time. */
public final class LocalTimeNode extends Node {
    private final Cells cells;

    LocalTimeNode(Cells cells) {
        this.cells = cells;
    }

    @Override
    public void read(RootBuffer in, int count) {
        for (int i = 0; i < count; i++) {
            cells.add(text(in.i32()));
        }
    }

    /** ISO 8601 without a zone, such as {@code 2006-01-02T15:04:05}. */
    public static String text(int bits) {
        return "%04d-%02d-%02dT%02d:%02d:%02d"
                .formatted(
                        (bits >>> 26) + 1995,
                        bits >>> 22 & 15,
                        bits >>> 17 & 31,
                        bits >>> 12 & 31,
                        bits >>> 6 & 63,
                        bits & 63);
    }

    @Override
    int least() {
        return 4;
    }
}
