package org.heralddata.formats.root.streamer;

/** The form of a member by what its class description says ({@code TStreamerInfo::ReadBuffer}). */
public final class MemberType {
    private static final int ARRAY = 20;
    private static final int POINTER = 40;

    private MemberType() {}

    public static Type of(StreamerElement element) {
        if (element.isStl()) {
            String name = pointee(element.typeName());
            Type content = element.kind().equals("TStreamerSTLstring") ? new Type.Text(true) : TypeName.read(name);
            return new Type.Headed(array(enumerated(content, element), element));
        }
        int type = element.type();
        if (element.isBase()) {
            return new Type.Instance(TypeName.tidy(element.name()));
        }
        if (type > ARRAY && type < POINTER) {
            return array(basic(type - ARRAY, element), element);
        }
        if (type > POINTER && type < POINTER + ARRAY) {
            return new Type.Counted(basic(type - POINTER, element), element.counter());
        }
        return type > 0 && type < ARRAY ? basic(type, element) : object(type, element);
    }

    /** Elements whose name says nothing may be of an enumeration, which is written as a number. */
    private static Type enumerated(Type container, StreamerElement element) {
        boolean number = element.content() > 0 && element.content() < ARRAY;
        return number && container instanceof Type.Collection(Type.Instance named)
                ? new Type.Collection(number(element.content(), named.className()))
                : container;
    }

    /** A number or text by ROOT's number of its type, without array or pointer. */
    public static Type basic(int type, StreamerElement element) {
        return switch (type) {
            case 7 -> new Type.LongText();
            case 9 -> new Type.Packed(Packing.double32(element.title()));
            case 15 -> new Type.Bits();
            case 19 -> new Type.Packed(Packing.float16(element.title()));
            default -> number(type, element.typeName());
        };
    }

    private static Type number(int type, String name) {
        return switch (type) {
            case 1, 10 -> new Type.Numeric(Primitive.INT8);
            case 2 -> new Type.Numeric(Primitive.INT16);
            case 3, 6 -> new Type.Numeric(Primitive.INT32);
            case 4, 16 -> new Type.Numeric(Primitive.INT64);
            case 5 -> new Type.Numeric(Primitive.FLOAT32);
            case 8 -> new Type.Numeric(Primitive.FLOAT64);
            case 11 -> new Type.Numeric(Primitive.UINT8);
            case 12 -> new Type.Numeric(Primitive.UINT16);
            case 13 -> new Type.Numeric(Primitive.UINT32);
            case 14, 17 -> new Type.Numeric(Primitive.UINT64);
            case 18 -> new Type.Numeric(Primitive.BOOL);
            default -> new Type.Unknown(name, false);
        };
    }

    private static Type object(int type, StreamerElement element) {
        String name = pointee(TypeName.tidy(element.typeName()));
        return switch (type) {
            case 61, 62, 63, 68 -> new Type.Instance(name);
            case 81, 82, 83, 88 -> array(new Type.Instance(name), element);
            case 64, 69, 70 -> new Type.Pointer(name);
            case 84, 89, 90 -> array(new Type.Pointer(name), element);
            case 65 -> new Type.Text(false);
            case 85 -> array(new Type.Text(false), element);
            case 66 -> new Type.Instance("TObject");
            case 67 -> new Type.Instance("TNamed");
            case 501 -> new Type.Loop(new Type.Instance(name), element.counter());
            case 500 -> new Type.Unknown(element.typeName(), true);
            default -> new Type.Unknown(element.typeName(), false);
        };
    }

    /** The name of a type without the stars at its end. */
    private static String pointee(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '*' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(0, end);
    }

    private static Type array(Type content, StreamerElement element) {
        return element.dimensions().isEmpty() ? content : new Type.Array(content, element.dimensions());
    }
}
