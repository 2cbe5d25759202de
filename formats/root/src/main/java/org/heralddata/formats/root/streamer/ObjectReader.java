package org.heralddata.formats.root.streamer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.file.RootFormatException;
import org.jspecify.annotations.Nullable;

/** Reads whole objects: trees, histograms, notes. For one buffer, within which objects refer to each other. */
public final class ObjectReader {
    private static final int DEEPEST = 128;

    private final StreamerCatalogue classes;
    private final ClassTags tags = new ClassTags();
    private final Map<Long, RootObject> objects = new HashMap<>();
    private int depth;

    public ObjectReader(StreamerCatalogue classes) {
        this.classes = classes;
    }

    /** An object of a class that is known from elsewhere, such as the key. */
    public RootObject read(RootBuffer in, String className) {
        RootObject object = new RootObject(TypeName.tidy(className));
        fill(in, object);
        return object;
    }

    /** An object with its class before it, one read before, or null. */
    @Nullable
    RootObject readAny(RootBuffer in) {
        ClassTags.Tagged next = tags.next(in);
        String className = next.className();
        if (className == null) {
            return objects.get(next.reference());
        }
        RootObject object = new RootObject(className);
        objects.put(next.reference(), object);
        if (className.equals("TBasket")) {
            object.put(BASKET, EmbeddedBasket.read(in));
        } else if (next.end() >= 0
                && !HandWritten.knows(className)
                && classes.versions(className).isEmpty()) {
            object.passOver();
            in.seek(next.end());
        } else {
            fill(in, object);
        }
        if (next.end() >= 0 && in.at() != next.end()) {
            throw in.broken("`%s` does not end where its length says".formatted(className));
        }
        return object;
    }

    /** The name under which the data of a {@code TBasket} are kept. */
    public static final String BASKET = "basket";

    /** Reads header and members into an object. */
    void fill(RootBuffer in, RootObject into) {
        if (++depth > DEEPEST) {
            throw in.broken("objects lie more than %d deep within each other".formatted(DEEPEST));
        }
        if (!HandWritten.read(this, in, into.className(), into)) {
            String name = into.className();
            ByteCount head = ByteCount.read(in);
            Optional<StreamerInfo> info = version(in, name, head);
            if (info.isEmpty()) {
                into.passOver();
                head.skip(in, name);
            } else {
                members(in, info.get(), into);
                head.check(in, name);
            }
        }
        depth--;
    }

    /** The description that a header asks for; one without a version is followed by a checksum. */
    private Optional<StreamerInfo> version(RootBuffer in, String name, ByteCount head) {
        if (head.version() > 0 || head.end() < 0) {
            return classes.find(name, head.version());
        }
        return in.remaining() < 4 ? Optional.empty() : classes.withChecksum(name, in.i32());
    }

    private void members(RootBuffer in, StreamerInfo info, RootObject into) {
        for (StreamerElement element : info.elements()) {
            Type type = MemberType.of(element);
            if (element.isBase() && type instanceof Type.Instance(String base)) {
                RootObject part = new RootObject(base);
                fill(in, part);
                part.members().forEach(into::put);
            } else {
                into.put(element.name(), value(in, type, into));
            }
        }
    }

    @Nullable
    Object value(RootBuffer in, Type type, RootObject owner) {
        return switch (type) {
            case Type.Numeric(var primitive) -> Numbers.one(in, primitive);
            case Type.Packed(var packing) -> Numbers.one(in, packing);
            case Type.Text(var stl) -> in.string();
            case Type.LongText() -> {
                int length = in.count(1);
                yield RootBuffer.text(in.take(length), 0, length);
            }
            case Type.Bits() -> {
                long bits = in.u32();
                in.skip((bits & TObjectBits.REFERENCED) != 0 ? 2 : 0);
                yield bits;
            }
            case Type.LocalTime() -> in.u32();
            case Type.Array(var element, var dimensions) -> {
                long count = dimensions.stream().mapToLong(n -> n).reduce(1, Math::multiplyExact);
                in.need(count);
                yield values(in, element, (int) count, owner);
            }
            case Type.Counted(var element, var counter) -> {
                long count = owner.integer(counter);
                if (in.u8() == 0) {
                    yield null;
                }
                in.need(count);
                yield values(in, element, (int) count, owner);
            }
            case Type.Loop(var element, var counter) -> {
                ByteCount.read(in).skip(in, counter);
                yield null;
            }
            case Type.Counting(var element) -> values(in, element, in.count(1), owner);
            case Type.Headed(var content) -> headed(in, content, owner);
            case Type.Collection(var element) -> values(in, element, in.count(1), owner);
            case Type.Mapping(var key, var value) -> {
                int count = in.count(1);
                var pairs = new ArrayList<@Nullable Object>();
                for (int i = 0; i < count; i++) {
                    pairs.add(pair(value(in, key, owner), value(in, value, owner)));
                }
                yield pairs;
            }
            case Type.Instance(var className) -> {
                RootObject object = new RootObject(className);
                fill(in, object);
                yield object;
            }
            case Type.Pointer(var className) -> {
                if (++depth > DEEPEST) {
                    throw in.broken("objects lie more than %d deep within each other".formatted(DEEPEST));
                }
                RootObject object = readAny(in);
                depth--;
                yield object;
            }
            case Type.Unknown(var what, var delimited) -> {
                if (!delimited) {
                    throw RootFormatException.unsupported("a member of type `%s`".formatted(what));
                }
                ByteCount.read(in).skip(in, what);
                yield null;
            }
        };
    }

    private @Nullable Object headed(RootBuffer in, Type content, RootObject owner) {
        ByteCount head = ByteCount.read(in);
        Object value;
        if (head.memberwise()) {
            value = memberwise(in, content, owner);
        } else {
            value = value(in, content, owner);
        }
        head.check(in, "container");
        return value;
    }

    /** Maps are kept all keys first, then all values; containers of objects kept so are passed over. */
    private @Nullable Object memberwise(RootBuffer in, Type content, RootObject owner) {
        if (!(content instanceof Type.Mapping(var keyType, var valueType))) {
            throw RootFormatException.unsupported("a container kept member by member");
        }
        if (in.i16() <= 0) {
            in.skip(4); // checksum of the pair
        }
        int count = in.count(1);
        List<@Nullable Object> keys = column(in, keyType, count, owner);
        List<@Nullable Object> values = column(in, valueType, count, owner);
        var pairs = new ArrayList<@Nullable Object>();
        for (int i = 0; i < count; i++) {
            pairs.add(pair(keys.get(i), values.get(i)));
        }
        return pairs;
    }

    private List<@Nullable Object> column(RootBuffer in, Type type, int count, RootObject owner) {
        boolean headed = (type instanceof Type.Text(var stl) && stl)
                || type instanceof Type.Collection
                || type instanceof Type.Mapping;
        ByteCount head = headed && count > 0 ? ByteCount.read(in) : null;
        var column = new ArrayList<@Nullable Object>();
        for (int i = 0; i < count; i++) {
            column.add(value(in, type, owner));
        }
        if (head != null) {
            head.check(in, "container");
        }
        return column;
    }

    private static RootObject pair(@Nullable Object first, @Nullable Object second) {
        RootObject pair = new RootObject("pair");
        pair.put("first", first);
        pair.put("second", second);
        return pair;
    }

    private Object values(RootBuffer in, Type element, int count, RootObject owner) {
        if (element instanceof Type.Numeric(var primitive)) {
            return Numbers.array(in, primitive, count);
        }
        var values = new ArrayList<@Nullable Object>();
        for (int i = 0; i < count; i++) {
            values.add(value(in, element, owner));
        }
        return values;
    }
}
