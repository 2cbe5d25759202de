package org.heralddata.formats.root.streamer;

import java.util.HashMap;
import java.util.Map;
import org.heralddata.formats.root.file.RootBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What stands before an object that a pointer refers to ({@code TBufferFile::ReadObjectAny}): its class, by name or by a
 * reference to where the name stood, or a reference to an object read before.
 */
final class ClassTags {
    private static final int COUNTED = 0x4000_0000;
    private static final int CLASS = 0x8000_0000;
    private static final int NEW_CLASS = 0xffff_ffff;
    private static final int MAP_OFFSET = 2;

    private final Map<Long, String> classes = new HashMap<>();
    private long unnumbered;

    /**
     * @param className of the object that follows; null if none follows
     * @param reference if none follows: 0 for the null pointer, else where the object stood; if one follows: what later
     *                  references will call it
     * @param end       index in the buffer's array after the object; negative if it does not say
     */
    record Tagged(@Nullable String className, long reference, int end) {}

    Tagged next(RootBuffer in) {
        int start = in.at();
        long self = in.reference() + MAP_OFFSET;
        int word = in.i32();
        boolean counted = (word & COUNTED) != 0 && word != NEW_CLASS && word > 0;
        int end = -1;
        long tagAt = in.reference() + MAP_OFFSET;
        int tag = word;
        if (counted) {
            long last = (long) start + 4 + (word & ~COUNTED);
            if (last > in.end() || last < start + 8) {
                throw in.broken(
                        "an object of %d bytes where %d are left".formatted(word & ~COUNTED, in.end() - start - 4));
            }
            end = (int) last;
            tag = in.i32();
        }
        if ((tag & CLASS) == 0) {
            if (end >= 0) {
                in.seek(end);
            }
            return new Tagged(null, tag, end);
        }
        String name;
        if (tag == NEW_CLASS) {
            name = TypeName.tidy(in.zeroTerminated());
            classes.put(counted ? tagAt : ++unnumbered, name);
        } else {
            name = classes.get((long) (tag & ~CLASS));
            if (name == null) {
                throw in.broken("an object of a class that was never named");
            }
        }
        return new Tagged(name, counted ? self : ++unnumbered, end);
    }
}
