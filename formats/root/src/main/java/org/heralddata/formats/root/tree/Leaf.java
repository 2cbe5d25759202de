package org.heralddata.formats.root.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.formats.root.streamer.Packing;
import org.heralddata.formats.root.streamer.Primitive;
import org.heralddata.formats.root.streamer.RootObject;
import org.heralddata.formats.root.streamer.Type;
import org.jspecify.annotations.Nullable;

/**
 * A value of a branch ({@code TLeaf}).
 *
 * @param kind     its class, such as {@code TLeafF}
 * @param length   elements, if fixed
 * @param title    name with dimensions, such as {@code x[n][3]}
 * @param unsigned true if integers are not negative
 * @param counter  the leaf that counts the elements; null if their number is fixed
 * @param element  of {@code TLeafElement}: ROOT's number of its type
 */
record Leaf(
        String kind,
        String name,
        String title,
        long length,
        boolean unsigned,
        @Nullable String counter,
        int element) {
    private static final Pattern DIMENSION = Pattern.compile("\\[([^\\[\\]]*)\\]");

    static Leaf of(RootObject leaf) {
        RootObject counter = leaf.object("fLeafCount");
        return new Leaf(
                leaf.className(),
                leaf.text("fName"),
                leaf.text("fTitle"),
                leaf.integer("fLen", 1),
                leaf.integer("fIsUnsigned", 0) != 0,
                counter == null ? null : counter.text("fName"),
                (int) leaf.integer("fType", -1));
    }

    /** The fixed dimensions that the title tells, or the one that the length tells. */
    List<Integer> dimensions() {
        List<Integer> dimensions = new ArrayList<>();
        long product = 1;
        Matcher matcher = DIMENSION.matcher(title);
        while (matcher.find()) {
            String text = matcher.group(1).strip();
            if (text.matches("[1-9]\\d{0,8}")) {
                dimensions.add(Integer.parseInt(text));
                product = Math.min(Integer.MAX_VALUE, product * Integer.parseInt(text));
            }
        }
        if (product == length) {
            return dimensions;
        }
        return length > 1 && length < Integer.MAX_VALUE ? List.of((int) length) : List.of();
    }

    /** The form of one element; null if the leaf's class says nothing of it. */
    @Nullable
    Type type() {
        return switch (kind) {
            case "TLeafO" -> new Type.Numeric(Primitive.BOOL);
            case "TLeafB" -> new Type.Numeric(unsigned ? Primitive.UINT8 : Primitive.INT8);
            case "TLeafS" -> new Type.Numeric(unsigned ? Primitive.UINT16 : Primitive.INT16);
            case "TLeafI" -> new Type.Numeric(unsigned ? Primitive.UINT32 : Primitive.INT32);
            case "TLeafL", "TLeafG" -> new Type.Numeric(unsigned ? Primitive.UINT64 : Primitive.INT64);
            case "TLeafF" -> new Type.Numeric(Primitive.FLOAT32);
            case "TLeafD" -> new Type.Numeric(Primitive.FLOAT64);
            case "TLeafF16" -> new Type.Packed(Packing.float16(title));
            case "TLeafD32" -> new Type.Packed(Packing.double32(title));
            case "TLeafC" -> new Type.Text(false);
            default -> null;
        };
    }
}
