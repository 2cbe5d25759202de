package org.heralddata.formats.root.write;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Serialises objects by their classes (TBufferFile): byte counts, versions, class tags, references to what was written
 * before.
 */
final class ObjectWriter {
    private static final int BYTE_COUNT = 0x4000_0000;
    private static final int NEW_CLASS = 0xffff_ffff;
    private static final int CLASS_MASK = 0x8000_0000;

    /** So that no position is taken for null or a new class. */
    private static final int MAP_OFFSET = 2;

    /** {@code kIsOnHeap | kNotDeleted}. */
    private static final int USUAL_BITS = 0x0300_0000;

    private final RootBytes out = new RootBytes();
    private final int keyLength;
    private final Map<String, Integer> classTags = new HashMap<>();
    private final Map<StoredObject, Integer> objects = new HashMap<>();
    private final SequencedSet<ClassInfo> classes = new LinkedHashSet<>();

    /** @param keyLength bytes before the object: positions are counted from the key's beginning */
    ObjectWriter(int keyLength) {
        this.keyLength = keyLength;
    }

    /** What was written. */
    byte[] done() {
        return out.done();
    }

    /** Classes of the objects written so far, not their bases. */
    SequencedSet<ClassInfo> classes() {
        return classes;
    }

    /** The object that a key names. */
    ObjectWriter object(StoredObject object) {
        body(object);
        return this;
    }

    private void body(StoredObject object) {
        classes.add(object.type());
        versioned(object.type(), object);
    }

    private void versioned(ClassInfo type, StoredObject object) {
        if (type.is(Classes.OBJECT)) {
            head();
            return;
        }
        int start = out.claim(4);
        if (type.foreign()) {
            out.u16(0).u32(type.checksum());
        } else {
            out.u16(type.version());
        }
        if (type.is(Classes.OBJ_ARRAY) || type.is(Classes.LIST)) {
            elements(object);
        } else {
            for (Member member : type.members()) {
                member(member, object);
            }
        }
        count(start);
    }

    private void count(int start) {
        out.put32(start, (out.length() - start - 4) | BYTE_COUNT);
    }

    /** TObject has no byte count. */
    private void head() {
        out.u16(Classes.OBJECT.version()).u32(0).u32(USUAL_BITS);
    }

    /** TList and TObjArray have streamers of their own. */
    private void elements(StoredObject collection) {
        boolean list = collection.type().is(Classes.LIST);
        head();
        out.text("").u32(collection.elements().size());
        if (!list) {
            out.u32(0);
        }
        for (StoredObject element : collection.elements()) {
            pointer(element);
            if (list) {
                out.text("");
            }
        }
    }

    private void member(Member member, StoredObject object) {
        switch (member) {
            case Member.Base(ClassInfo base) -> versioned(base, object);
            case Member.Basic number when number.length() == 0 -> number(number, object);
            case Member.Basic(var name, var type, var length, var title) -> {
                long[] values = object.numbers(name);
                for (int i = 0; i < length; i++) {
                    integer(type, i < values.length ? values[i] : 0);
                }
            }
            case Member.Counted(var name, var type, var counter, var title) -> {
                long[] values = object.numbers(name);
                if (values.length != object.number(counter)) {
                    throw new IllegalStateException("%s is not as long as %s says".formatted(name, counter));
                }
                out.u8(values.length > 0 ? 1 : 0);
                for (long value : values) {
                    integer(type, value);
                }
            }
            case Member.Text(var name, var title) -> out.text(object.text(name));
            case Member.Held(var name, var type, var size, var title) -> held(type, object.object(name));
            case Member.Pointer(var name, var target, var title) -> pointer(object.object(name));
            case Member.Contents _, Member.Unstored _ -> {}
        }
    }

    private void number(Member.Basic number, StoredObject object) {
        switch (number.type()) {
            case FLOAT -> out.u32(Float.floatToIntBits((float) object.real(number.name())));
            case DOUBLE -> out.u64(Double.doubleToLongBits(object.real(number.name())));
            case CHAR, SHORT, INT, COUNTER, UCHAR, USHORT, UINT, BITS, LONG, ULONG, BOOL ->
                integer(number.type(), object.number(number.name()));
        }
    }

    private void integer(NumberType type, long value) {
        switch (type.width) {
            case 1 -> out.u8((int) value);
            case 2 -> out.u16((int) value);
            case 4 -> out.u32((int) value);
            default -> out.u64(value);
        }
    }

    private void held(ClassInfo type, @Nullable StoredObject value) {
        if (type.is(Classes.ARRAY_D) || type.is(Classes.ARRAY_I)) {
            out.u32(0);
        } else {
            body(value == null ? new StoredObject(type) : value);
        }
    }

    private void pointer(@Nullable StoredObject target) {
        if (target == null) {
            out.u32(0);
            return;
        }
        Integer known = objects.get(target);
        if (known != null) {
            out.u32(known);
            return;
        }
        int start = out.claim(4);
        tag(target.type().name());
        objects.put(target, keyLength + start + MAP_OFFSET);
        body(target);
        count(start);
    }

    private void tag(String name) {
        Integer known = classTags.get(name);
        if (known == null) {
            classTags.put(name, keyLength + out.length() + MAP_OFFSET);
            out.u32(NEW_CLASS).raw(name.getBytes(StandardCharsets.UTF_8)).u8(0);
        } else {
            out.u32(known | CLASS_MASK);
        }
    }
}
