package org.heralddata.formats.root.streamer;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.heralddata.formats.root.file.RootBuffer;
import org.jspecify.annotations.Nullable;

/** Classes whose bytes do not follow their description, or that files do not describe: ROOT has written their code by hand. */
public final class HandWritten {
    private static final Map<String, Primitive> ARRAYS = Map.of(
            "TArrayC", Primitive.INT8,
            "TArrayS", Primitive.INT16,
            "TArrayI", Primitive.INT32,
            "TArrayL", Primitive.INT64,
            "TArrayL64", Primitive.INT64,
            "TArrayF", Primitive.FLOAT32,
            "TArrayD", Primitive.FLOAT64);
    private static final Set<String> LISTS = Set.of("TList", "THashList");
    private static final Set<String> OTHERS =
            Set.of("TObject", "TNamed", "TObjString", "TObjArray", "TString", "string", "TRef", "TDatime", "TMap");

    private HandWritten() {}

    /** True if Herald knows how ROOT wrote this class. */
    public static boolean knows(String className) {
        return ARRAYS.containsKey(className) || LISTS.contains(className) || OTHERS.contains(className);
    }

    /** The numbers of a {@code TArrayD} and its like; null for other classes. */
    public static @Nullable Primitive numbersOf(String className) {
        return ARRAYS.get(className);
    }

    /** Reads an object if its class is one of these; false if not. */
    static boolean read(ObjectReader reader, RootBuffer in, String className, RootObject into) {
        Primitive numbers = ARRAYS.get(className);
        if (numbers != null) {
            into.put("fArray", Numbers.array(in, numbers, in.count(numbers.bytes())));
            return true;
        }
        switch (className) {
            case "TObject" -> object(in, into);
            case "TNamed" -> {
                ByteCount head = ByteCount.read(in);
                object(in, into);
                into.put("fName", in.string());
                into.put("fTitle", in.string());
                head.check(in, className);
            }
            case "TObjString" -> {
                ByteCount head = ByteCount.read(in);
                object(in, into);
                into.put("fString", in.string());
                head.check(in, className);
            }
            case "TString", "string" -> into.put("fString", in.string());
            case "TDatime" -> into.put("fDatime", in.u32());
            case "TRef" -> {
                object(in, into);
                into.put("pidf", (long) in.u16());
            }
            case "TObjArray" -> array(reader, in, into);
            case "TMap" -> map(reader, in, into);
            case "TList", "THashList" -> list(reader, in, into);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void object(RootBuffer in, RootObject into) {
        in.skip(2);
        into.put("fUniqueID", in.u32());
        long bits = in.u32();
        into.put("fBits", bits);
        if ((bits & TObjectBits.REFERENCED) != 0) {
            into.put("pidf", (long) in.u16());
        }
    }

    private static void array(ObjectReader reader, RootBuffer in, RootObject into) {
        ByteCount head = ByteCount.read(in);
        if (head.version() > 2) {
            object(in, into);
        }
        if (head.version() > 1) {
            into.put("fName", in.string());
        }
        int count = in.count(4);
        in.skip(4); // fLowerBound
        var elements = new ArrayList<@Nullable Object>(count);
        for (int i = 0; i < count; i++) {
            elements.add(reader.value(in, new Type.Pointer(""), into));
        }
        into.put(RootObject.ELEMENTS, elements);
        head.check(in, "TObjArray");
    }

    private static void list(ObjectReader reader, RootBuffer in, RootObject into) {
        ByteCount head = ByteCount.read(in);
        if (head.version() > 3) {
            object(in, into);
            into.put("fName", in.string());
        }
        int count = in.count(5);
        var elements = new ArrayList<@Nullable Object>(count);
        for (int i = 0; i < count; i++) {
            elements.add(reader.value(in, new Type.Pointer(""), into));
            int option = in.u8();
            in.skip(head.version() > 4 && option == 255 ? in.i32() : option);
        }
        into.put(RootObject.ELEMENTS, elements);
        head.check(in, "TList");
    }

    private static void map(ObjectReader reader, RootBuffer in, RootObject into) {
        ByteCount head = ByteCount.read(in);
        if (head.version() > 2) {
            object(in, into);
        }
        if (head.version() > 1) {
            into.put("fName", in.string());
        }
        int count = in.count(8);
        var elements = new ArrayList<@Nullable Object>(count);
        for (int i = 0; i < count; i++) {
            RootObject pair = new RootObject("pair");
            pair.put("first", reader.value(in, new Type.Pointer(""), into));
            pair.put("second", reader.value(in, new Type.Pointer(""), into));
            elements.add(pair);
        }
        into.put(RootObject.ELEMENTS, elements);
        head.check(in, "TMap");
    }
}
