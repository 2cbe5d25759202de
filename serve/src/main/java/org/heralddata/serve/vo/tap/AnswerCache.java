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
 * same tables; a new release of any collection empties it. Safe for many threads.
 */
final class AnswerCache {
    private static final int LARGEST = 256 << 10;
    private static final long ALL = 32L << 20;

    /** Words of what is another value each time. */
    private static final Pattern FLEETING = Pattern.compile("(?i)rand|current_|now");

    private final LinkedHashMap<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Object tables;
    private long bytes;

    private record Key(String adql, long maxRows, TapFormat format, String site) {}

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

    /** @param now what tells by its identity whether there are still the same tables */
    synchronized Optional<Kept> find(TapQuery query, Object now) {
        forgetOthers(now);
        return Optional.ofNullable(kept.get(key(query)));
    }

    synchronized void keep(TapQuery query, Object asOf, Copy copy, boolean cut) {
        byte[] answer = copy.whole();
        if (answer == null
                || !query.uploads().isEmpty()
                || FLEETING.matcher(query.adql()).find()) {
            return;
        }
        forgetOthers(asOf);
        Kept before = kept.put(key(query), new Kept(answer, cut));
        bytes += answer.length - (before == null ? 0 : before.answer.length);
        while (bytes > ALL) {
            bytes -= kept.pollFirstEntry().getValue().answer.length;
        }
    }

    @SuppressWarnings("ReferenceEquality") // the list of tables is the same object for as long as nothing has changed
    private void forgetOthers(Object now) {
        if (tables != now) {
            kept.clear();
            bytes = 0;
            tables = now;
        }
    }

    private static Key key(TapQuery query) {
        return new Key(query.adql(), query.maxRows(), query.format(), query.site());
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
