package org.heralddata.formats.fits.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.TableHeader;
import org.jspecify.annotations.Nullable;

/**
 * The columns as packed, and the header that tells it.
 *
 * @param heapBytes 0 if there is no heap
 */
record TableLayout(TableHeader header, List<Packing> packings, long rows, long heapBytes) {

    /** Texts of fewer bytes are kept in the row whatever the others are. */
    private static final int SHORT_TEXT = 64;

    /** Keywords that would contradict the structure of the file if metadata set them. */
    private static final Set<String> RESERVED = Set.of(
            "SIMPLE",
            "XTENSION",
            "BITPIX",
            "NAXIS",
            "PCOUNT",
            "GCOUNT",
            "TFIELDS",
            "THEAP",
            "EXTEND",
            "EXTNAME",
            "EXTVER",
            "END",
            "COMMENT",
            "HISTORY",
            "CONTINUE",
            "HIERARCH",
            "CHECKSUM",
            "DATASUM",
            "GROUPS",
            "TIMESYS",
            "ZTABLE",
            "ZIMAGE");

    /** The layout once every row was seen. */
    static TableLayout of(TableHeader header, List<Facts> facts, long rows) {
        long heap = 0;
        for (int c = 0; c < facts.size(); c++) {
            heap += heapBytes(header.columns().get(c), facts.get(c));
        }
        boolean wide = heap > Integer.MAX_VALUE;
        List<Packing> packings = new ArrayList<>();
        for (int c = 0; c < facts.size(); c++) {
            packings.add(packing(header.columns().get(c), facts.get(c), wide));
        }
        return new TableLayout(header, packings, rows, heap);
    }

    int rowBytes() {
        return packings.stream().mapToInt(Packing::width).sum();
    }

    private static boolean isLongText(Column column, Facts facts) {
        return Prepared.isText(column)
                && (column.shape().isScalar() || Prepared.isJson(column))
                && column.type() != ColumnType.TIMESTAMP
                && facts.longest() > SHORT_TEXT
                && (long) facts.longest() * facts.rows() > 4 * (facts.total() + 8 * facts.rows());
    }

    private static long heapBytes(Column column, Facts facts) {
        if (isLongText(column, facts)) {
            return facts.total() + facts.empties();
        }
        if (Prepared.isText(column)) {
            return 0;
        }
        return isInHeap(column) ? facts.total() * facts.stored().width : 0;
    }

    private static boolean isInHeap(Column column) {
        return column.shape().varies() || column.type() == ColumnType.BYTES;
    }

    private static Packing packing(Column column, Facts facts, boolean wide) {
        if (Prepared.isText(column)) {
            if (isLongText(column, facts)) {
                return new Packing.LongTexts(wide, facts.longest());
            }
            int n = Prepared.isJson(column) ? 1 : column.shape().fixedElements();
            return new Packing.Texts(Math.max(1, facts.longest()), n);
        }
        StoredType type = facts.stored();
        Long marker = type.isInteger() && facts.hasNulls() && column.type() != ColumnType.BYTES ? facts.marker() : null;
        return isInHeap(column)
                ? new Packing.Lists(type, wide, facts.longest(), marker)
                : new Packing.Numbers(type, column.shape().fixedElements(), marker);
    }

    /** The primary header, which says nothing but that extensions follow, and the table's. */
    byte[] headers() {
        byte[] primary = new CardWriter()
                .logical("SIMPLE", true)
                .integer("BITPIX", 8)
                .integer("NAXIS", 0)
                .logical("EXTEND", true)
                .bytes();
        byte[] table = tableHeader().bytes();
        byte[] both = new byte[primary.length + table.length];
        System.arraycopy(primary, 0, both, 0, primary.length);
        System.arraycopy(table, 0, both, primary.length, table.length);
        return both;
    }

    private CardWriter tableHeader() {
        CardWriter cards = new CardWriter()
                .text("XTENSION", "BINTABLE")
                .integer("BITPIX", 8)
                .integer("NAXIS", 2)
                .integer("NAXIS1", rowBytes())
                .integer("NAXIS2", rows)
                .integer("PCOUNT", heapBytes)
                .integer("GCOUNT", 1)
                .integer("TFIELDS", packings.size());
        for (int c = 0; c < packings.size(); c++) {
            column(cards, c + 1, header.columns().get(c), packings.get(c));
        }
        cards.text("EXTNAME", header.name());
        if (header.columns().stream().anyMatch(c -> c.type() == ColumnType.TIMESTAMP)) {
            cards.text("TIMESYS", "UTC");
        }
        if (!header.description().isBlank()) {
            cards.text("DESCRIPTION", header.description());
        }
        for (Map.Entry<String, String> entry : header.metadata().entrySet()) {
            cards.text(key(entry.getKey()), entry.getValue());
        }
        return cards;
    }

    private static void column(CardWriter cards, int n, Column column, Packing packing) {
        cards.text("TTYPE" + n, column.name()).text("TFORM" + n, packing.form());
        Shape shape = column.shape();
        switch (packing) {
            case Packing.Numbers numbers -> {
                if (shape.sizes().size() > 1) {
                    cards.text("TDIM" + n, dimensions(shape, null));
                }
                range(cards, n, numbers.type(), numbers.marker());
            }
            case Packing.Lists lists -> range(cards, n, lists.type(), lists.marker());
            case Packing.Texts texts -> {
                if (!shape.isScalar() && !Prepared.isJson(column)) {
                    cards.text("TDIM" + n, dimensions(shape, texts.length()));
                }
            }
            case Packing.LongTexts _ -> {}
        }
        text(cards, "TUNIT" + n, column.unit());
        text(cards, "TUCD" + n, column.ucd());
        text(cards, "TCOMM" + n, column.description());
    }

    private static void range(CardWriter cards, int n, StoredType type, @Nullable Long marker) {
        if (type.zero != 0) {
            cards.number("TZERO" + n, type.zeroText());
        }
        if (marker != null) {
            cards.integer("TNULL" + n, marker);
        }
    }

    private static void text(CardWriter cards, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            cards.text(key, value);
        }
    }

    /** The fastest index first; of texts the characters. */
    private static String dimensions(Shape shape, @Nullable Integer length) {
        StringBuilder out = new StringBuilder(length == null ? "" : length + ",");
        List<Integer> sizes = shape.sizes().reversed();
        for (int i = 0; i < sizes.size(); i++) {
            out.append(i == 0 ? "" : ",").append(sizes.get(i));
        }
        return "(" + out + ")";
    }

    private static String key(String key) {
        String name = AsciiText.escaped(key).replace('=', ' ').strip().toUpperCase(Locale.ROOT);
        boolean clashes = RESERVED.contains(name) || name.matches("(T[A-Z]{3,4}|NAXIS)\\d+");
        return (clashes ? "HERALD " + name : name).substring(0, Math.min(48, (clashes ? 7 : 0) + name.length()));
    }
}
