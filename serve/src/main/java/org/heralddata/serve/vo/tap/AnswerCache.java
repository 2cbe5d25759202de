package org.heralddata.serve.vo.tap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Small answers to queries that were asked before. Releases do not change, so an answer stays right for as long as there are the
 * same tables; who may see others has others, and so gets no answer of theirs. Safe for many threads.
 */
final class AnswerCache {
    private static final int LARGEST = 256 << 10;
    private static final long ALL = 32L << 20;

    /** Words of what is another value each time. */
    private static final Pattern FLEETING = Pattern.compile("(?i)rand|current_|now");

    private final LinkedHashMap<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Key(Tables tables, String adql, long maxRows, TapFormat format, String site) {}

    /** By identity: the list of tables is the same object for as long as nothing has changed. */
    private record Tables(Object list) {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Tables(var others) && others == list;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(list);
        }
    }

    /** An answer as it was sent. */
    static final class Kept {
        private final byte[] answer;
        private final boolean cut;

        private Kept(byte[] answer, boolean cut) {
            this.answer = answer;
            this.cut = cut;
        }

        int length() {
            return answer.length;
        }

        void writeTo(OutputStream out) throws IOException {
            out.write(answer);
        }

        /** Whether rows are left out. */
        boolean cut() {
            return cut;
        }
    }

    /** @param tables that there are for who asks */
    synchronized Optional<Kept> find(TapQuery query, Object tables) {
        return Optional.ofNullable(kept.get(key(query, tables)));
    }

    synchronized void keep(TapQuery query, Object asOf, Copy copy, boolean cut) {
        byte[] answer = copy.whole();
        if (answer == null
                || !query.uploads().isEmpty()
                || FLEETING.matcher(query.adql()).find()) {
            return;
        }
        Kept before = kept.put(key(query, asOf), new Kept(answer, cut));
        bytes += answer.length - (before == null ? 0 : before.answer.length);
        while (bytes > ALL) {
            bytes -= kept.pollFirstEntry().getValue().answer.length;
        }
    }

    private static Key key(TapQuery query, Object tables) {
        return new Key(new Tables(tables), query.adql(), query.maxRows(), query.format(), query.site());
    }

    /** Passes an answer on and keeps a copy, if it is small. */
    static final class Copy extends OutputStream {
        private final OutputStream out;
        private @Nullable ByteArrayOutputStream copy = new ByteArrayOutputStream(8192);

        Copy(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] more, int from, int count) throws IOException {
            out.write(more, from, count);
            ByteArrayOutputStream small = copy;
            if (small != null) {
                if (small.size() + count > LARGEST) {
                    copy = null;
                } else {
                    small.write(more, from, count);
                }
            }
        }

        /** Null if it was too large. */
        byte @Nullable [] whole() {
            return copy == null ? null : copy.toByteArray();
        }
    }
}
