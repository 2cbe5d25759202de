package org.heralddata.formats.root.write;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The head of a record (TKey): what it is, how long, and where.
 *
 * @param wide  true for addresses of eight bytes, needed beyond {@link #SMALL_FILE}; baskets always have them
 * @param extra bytes after it that belong to it, as baskets have
 */
record KeyRecord(String className, String name, String title, int cycle, boolean wide, int extra) {

    /** Where addresses of four bytes end: {@code TFile::kStartBigFile}. */
    static final long SMALL_FILE = 2_000_000_000L;

    private static final int VERSION = 4;
    private static final int WIDE = 1000;

    static KeyRecord of(String className, String name, String title, boolean wide) {
        return new KeyRecord(className, name, title, 1, wide, 0);
    }

    /** Bytes, with those that belong to it. */
    int length() {
        return 18
                + (wide ? 16 : 8)
                + RootBytes.textLength(className)
                + RootBytes.textLength(name)
                + RootBytes.textLength(title)
                + extra;
    }

    /**
     * Its bytes, without those that belong to it.
     *
     * @param stored  bytes of the object in the file
     * @param whole   bytes of the object before compression
     * @param address where the record begins
     * @param time    as {@link #datime} has it
     */
    RootBytes bytes(int stored, int whole, long address, int time) {
        var out = new RootBytes(length())
                .u32(Math.addExact(length(), stored))
                .u16(wide ? VERSION + WIDE : VERSION)
                .u32(whole)
                .u32(time)
                .u16(length())
                .u16(cycle);
        if (wide) {
            out.u64(address).u64(RootFile.BEGIN);
        } else {
            out.u32((int) address).u32(RootFile.BEGIN);
        }
        return out.text(className).text(name).text(title);
    }

    /** A time as TDatime packs it; seconds of UTC, years 1995 to 2058. */
    static int datime(LocalDateTime time) {
        return (time.getYear() - 1995) << 26
                | time.getMonthValue() << 22
                | time.getDayOfMonth() << 17
                | time.getHour() << 12
                | time.getMinute() << 6
                | time.getSecond();
    }

    static int now() {
        return datime(LocalDateTime.now(ZoneOffset.UTC));
    }
}
