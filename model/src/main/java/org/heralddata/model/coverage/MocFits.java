package org.heralddata.model.coverage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Coverage maps as FITS files: a binary table of one column of 64-bit integers, the bounds of ranges of the highest order (MOC 2.0,
 * section 4.3.1). Maps of the sky of version 1.1, cells as NUNIQ numbers, are read too.
 */
public final class MocFits {
    private static final int BLOCK = 2880;

    /** Set in bounds of time where bounds of time and space take turns. */
    private static final long TIME_FLAG = Long.MIN_VALUE;

    private MocFits() {}

    /** The file. */
    public static byte[] write(Moc moc) {
        long[] values = switch (moc) {
            case SpaceMoc space -> bounds(space.cells(), 0);
            case TimeMoc time -> bounds(time.cells(), 0);
            case SpaceTimeMoc both ->
                both.parts().stream()
                        .flatMapToLong(p -> LongStream.concat(
                                Arrays.stream(bounds(p.times(), TIME_FLAG)), Arrays.stream(bounds(p.cells(), 0))))
                        .toArray();
        };
        var cards = new ArrayList<String>();
        cards.addAll(List.of(
                "SIMPLE  =                    T", "BITPIX  =                    8", "NAXIS   =                    0"));
        cards.addAll(List.of("EXTEND  =                    T", "END"));
        while (cards.size() % 36 != 0) {
            cards.add("");
        }
        cards.addAll(
                List.of("XTENSION= 'BINTABLE'", "BITPIX  =                    8", "NAXIS   =                    2"));
        cards.add(number("NAXIS1", 8));
        cards.add(number("NAXIS2", values.length));
        cards.add(number("PCOUNT", 0));
        cards.add(number("GCOUNT", 1));
        cards.add(number("TFIELDS", 1));
        cards.addAll(List.of("TFORM1  = '1K      '", "MOCVERS = '2.0     '"));
        cards.addAll(keywords(moc));
        cards.add("END");
        while (cards.size() % 36 != 0) {
            cards.add("");
        }
        int length = 80 * cards.size();
        ByteBuffer file = ByteBuffer.allocate(length + (8 * values.length + BLOCK - 1) / BLOCK * BLOCK);
        for (String card : cards) {
            file.put("%-80s".formatted(card).getBytes(StandardCharsets.US_ASCII));
        }
        for (long value : values) {
            file.putLong(value);
        }
        return file.array();
    }

    private static List<String> keywords(Moc moc) {
        return switch (moc) {
            case SpaceMoc space ->
                List.of(
                        "TTYPE1  = 'RANGE   '",
                        "MOCDIM  = 'SPACE   '",
                        "ORDERING= 'RANGE   '",
                        "COORDSYS= 'C       '",
                        number("MOCORD_S", space.order()));
            case TimeMoc time ->
                List.of(
                        "TTYPE1  = 'RANGE   '",
                        "MOCDIM  = 'TIME    '",
                        "ORDERING= 'RANGE   '",
                        "TIMESYS = 'TCB     '",
                        number("MOCORD_T", time.order()));
            case SpaceTimeMoc both ->
                List.of(
                        "TTYPE1  = 'RANGE   '",
                        "MOCDIM  = 'TIME.SPACE'",
                        "ORDERING= 'RANGE   '",
                        "COORDSYS= 'C       '",
                        "TIMESYS = 'TCB     '",
                        number("MOCORD_S", both.spaceOrder()),
                        number("MOCORD_T", both.timeOrder()));
        };
    }

    private static String number(String keyword, long value) {
        return "%-8s= %20d".formatted(keyword, value);
    }

    private static long[] bounds(Ranges ranges, long flag) {
        var bounds = new long[2 * ranges.count()];
        for (int i = 0; i < ranges.count(); i++) {
            bounds[2 * i] = ranges.first(i) | flag;
            bounds[2 * i + 1] = ranges.end(i) | flag;
        }
        return bounds;
    }

    /** Reads a file. */
    public static Moc read(byte[] file) throws MocSyntaxException {
        var primary = FitsCards.at(file, 0);
        if (!primary.has("SIMPLE")) {
            throw new MocSyntaxException("it is no FITS file");
        }
        var table = FitsCards.at(file, primary.end());
        if (!table.text("XTENSION").equals("BINTABLE") || table.number("TFIELDS") != 1) {
            throw new MocSyntaxException("the FITS file has no table of one column behind its first header");
        }
        String form = table.text("TFORM1").toUpperCase(Locale.ROOT);
        int width = form.endsWith("J") ? 4 : 8;
        long rows = table.number("NAXIS2");
        if (!form.matches("1?[JK]") || table.number("NAXIS1") != width) {
            throw new MocSyntaxException("the column is `%s` instead of 1K".formatted(form));
        }
        if (rows < 0 || rows > (file.length - table.end()) / width) {
            throw new MocSyntaxException(
                    "the table has %d rows by its header, and %d bytes".formatted(rows, file.length - table.end()));
        }
        var values = new long[(int) rows];
        ByteBuffer data = ByteBuffer.wrap(file, table.end(), (int) rows * width);
        for (int i = 0; i < values.length; i++) {
            values[i] = width == 4 ? data.getInt() : data.getLong();
        }
        return moc(table, values);
    }

    private static Moc moc(FitsCards table, long[] values) throws MocSyntaxException {
        String dimension = table.has("MOCDIM") ? table.text("MOCDIM") : "SPACE";
        boolean unique = table.text("ORDERING").equals("NUNIQ");
        return switch (dimension) {
            case "SPACE" -> {
                var cells = new MocBuilder(Axis.SPACE);
                cells.order(table.number(table.has("MOCORD_S") ? "MOCORD_S" : "MOCORDER"));
                if (unique) {
                    for (long value : values) {
                        int order = (61 - Long.numberOfLeadingZeros(Math.max(value, 4))) / 2;
                        cells.order(order);
                        cells.cells(order, value - (4L << (2 * order)), value - (4L << (2 * order)));
                    }
                } else {
                    fill(cells, values);
                }
                yield new SpaceMoc(cells.order(), cells.ranges());
            }
            case "TIME" -> {
                var cells = new MocBuilder(Axis.TIME);
                cells.order(table.number("MOCORD_T"));
                fill(cells, values);
                yield new TimeMoc(cells.order(), cells.ranges());
            }
            case "TIME.SPACE" -> both((int) table.number("MOCORD_T"), (int) table.number("MOCORD_S"), values);
            default -> throw new MocSyntaxException("maps in `%s` are not known".formatted(dimension));
        };
    }

    private static void fill(MocBuilder cells, long[] bounds) throws MocSyntaxException {
        if (bounds.length % 2 != 0) {
            throw new MocSyntaxException("the last range has no end");
        }
        for (int i = 0; i < bounds.length; i += 2) {
            cells.range(bounds[i], bounds[i + 1]);
        }
    }

    private static SpaceTimeMoc both(int timeOrder, int spaceOrder, long[] values) throws MocSyntaxException {
        new MocBuilder(Axis.TIME).order(timeOrder);
        new MocBuilder(Axis.SPACE).order(spaceOrder);
        List<SpaceTimeMoc.Part> parts = new ArrayList<>();
        int at = 0;
        while (at < values.length) {
            var times = new MocBuilder(Axis.TIME);
            var cells = new MocBuilder(Axis.SPACE);
            while (at + 1 < values.length && values[at] < 0) {
                times.range(values[at] & ~TIME_FLAG, values[at + 1] & ~TIME_FLAG);
                at += 2;
            }
            while (at + 1 < values.length && values[at] >= 0) {
                cells.range(values[at], values[at + 1]);
                at += 2;
            }
            if (times.isEmpty() || cells.isEmpty()) {
                throw new MocSyntaxException("ranges of time and of space do not take turns");
            }
            parts.add(new SpaceTimeMoc.Part(times.ranges(), cells.ranges()));
        }
        return SpaceTimeMoc.of(timeOrder, spaceOrder, parts);
    }
}
