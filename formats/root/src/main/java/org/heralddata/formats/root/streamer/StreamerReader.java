package org.heralddata.formats.root.streamer;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.formats.root.file.RootBuffer;

/** Reads the record of streamer information: a list of {@code TStreamerInfo}, whose own layout is fixed. */
final class StreamerReader {
    private static final int DEEPEST = 16;

    private final RootBuffer in;
    private final ClassTags tags = new ClassTags();
    private final List<StreamerInfo> found = new ArrayList<>();

    private StreamerReader(RootBuffer in) {
        this.in = in;
    }

    static List<StreamerInfo> read(RootBuffer in) {
        var reader = new StreamerReader(in);
        reader.list();
        return reader.found;
    }

    private void list() {
        ByteCount head = ByteCount.read(in);
        object();
        in.string();
        int count = in.count(4);
        for (int i = 0; i < count; i++) {
            ClassTags.Tagged next = tags.next(in);
            if (next.className() != null && next.className().equals("TStreamerInfo")) {
                found.add(info());
            }
            if (next.end() >= 0) {
                in.seek(next.end());
            }
            in.skip(in.u8());
        }
        head.check(in, "list of classes");
    }

    private StreamerInfo info() {
        ByteCount head = ByteCount.read(in);
        String name = named()[0];
        int checksum = in.i32();
        int version = in.i32();
        List<StreamerElement> elements = elements();
        head.skip(in, name);
        return new StreamerInfo(TypeName.tidy(name), version, checksum, elements);
    }

    private List<StreamerElement> elements() {
        ClassTags.Tagged array = tags.next(in);
        ByteCount head = ByteCount.read(in);
        if (head.version() > 2) {
            object();
        }
        if (head.version() > 1) {
            in.string();
        }
        int count = in.count(4);
        in.skip(4); // fLowerBound
        var elements = new ArrayList<StreamerElement>(count);
        for (int i = 0; i < count; i++) {
            ClassTags.Tagged next = tags.next(in);
            if (next.className() != null) {
                elements.add(element(next.className()));
            }
            if (next.end() >= 0) {
                in.seek(next.end());
            }
        }
        if (array.end() >= 0) {
            in.seek(array.end());
        }
        return elements;
    }

    private StreamerElement element(String kind) {
        ByteCount outer = ByteCount.read(in);
        boolean string = kind.equals("TStreamerSTLstring");
        ByteCount middle = string ? ByteCount.read(in) : outer;
        ByteCount inner = kind.equals("TStreamerElement") ? outer : ByteCount.read(in);
        String[] names = named();
        int type = in.i32();
        in.skip(4); // fSize
        in.skip(4); // fArrayLength
        int rank = in.i32();
        List<Integer> dimensions = dimensions(inner.version(), rank);
        String typeName = in.string();
        if (inner.end() >= 0) {
            in.seek(inner.end());
        }
        int version = 0;
        int content = 0;
        String counter = "";
        switch (kind) {
            case "TStreamerBase" -> version = outer.version() > 2 ? in.i32() : 0;
            case "TStreamerBasicPointer", "TStreamerLoop" -> {
                in.skip(4); // fCountVersion
                counter = in.string();
            }
            case "TStreamerSTL" -> {
                in.skip(4); // fSTLtype
                content = in.i32();
            }
            default -> {}
        }
        if (middle.end() >= 0) {
            in.seek(middle.end());
        }
        return new StreamerElement(kind, names[0], names[1], type, dimensions, typeName, version, counter, content);
    }

    private List<Integer> dimensions(int version, int rank) {
        int held = version == 1 ? in.count(4) : 5;
        var dimensions = new ArrayList<Integer>();
        for (int i = 0; i < held; i++) {
            int size = in.i32();
            if (i < rank && i < DEEPEST) {
                if (size < 0) {
                    throw in.broken("an array of %d elements".formatted(size));
                }
                dimensions.add(size);
            }
        }
        return dimensions;
    }

    private String[] named() {
        ByteCount head = ByteCount.read(in);
        object();
        String[] names = {in.string(), in.string()};
        head.check(in, "TNamed");
        return names;
    }

    private void object() {
        in.skip(2);
        in.skip(4);
        if ((in.i32() & TObjectBits.REFERENCED) != 0) {
            in.skip(2);
        }
    }
}
