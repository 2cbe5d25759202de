package org.heralddata.formats.ksy.run;

import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a structure one by one, as far as somebody wants to look. */
public final class Peek {

    private Peek() {}

    /** Reads a field as its turn comes. */
    public static void read(Field field, Struct self) {
        try {
            field.pass(self);
        } catch (StackOverflowError deep) {
            throw new Failure(KsyCode.LIMIT, "structures or expressions are nested too deeply");
        }
    }

    /** The structure in a field, of which nothing is read yet; null if it is absent or none. */
    public static @Nullable Struct begin(Field field, Struct self) {
        var repetition = new Repetition(field, self);
        Struct inside = repetition.isAbsent() ? null : repetition.begin();
        if (inside != null) {
            inside.type().start(inside);
            self.objects[field.slot()] = inside;
            self.state[field.index()] = Struct.PRESENT;
        } else {
            self.state[field.index()] = Struct.ABSENT;
        }
        return inside;
    }

    /** True if the structure in a field has bytes of its own, so that the stream is past it when it has begun. */
    public static boolean hasOwnStream(Field field, Struct self) {
        return self.objects[field.slot()] instanceof Struct inside && inside.io != self.io;
    }

    /** A structure begins its own reading. */
    public static void start(Struct whole) {
        whole.type().start(whole);
    }
}
