package org.heralddata.query.engine;

import java.nio.file.Path;

/**
 * How copies of tables are made.
 *
 * @param folder    where they are kept; nothing else is there
 * @param mostBytes of all copies together, about
 * @param freeShare of the disk that is left free, 0 to 1
 * @param memoryMb  of the making
 */
public record CopySettings(Path folder, long mostBytes, double freeShare, int memoryMb) {

    /** At most 200 GB, a tenth of the disk left free, a sixteenth of the memory. */
    public static CopySettings usual(Path folder) {
        return new CopySettings(folder, 200L << 30, 0.1, Math.clamp(Memory.totalMb() / 16, 256, 1024));
    }

    public CopySettings withMostBytes(long bytes) {
        return new CopySettings(folder, bytes, freeShare, memoryMb);
    }

    public CopySettings withFreeShare(double share) {
        return new CopySettings(folder, mostBytes, share, memoryMb);
    }
}
