package org.heralddata.query.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.selection.Cut;

/**
 * Keeps the last answers. Releases never change, so an answer is right as long as it is kept. Safe for many threads; two that
 * ask the same at the same time may both work it out.
 */
final class Answers {
    private static final int SIZE = 512;

    /** A question: of which table of which release, about which cut, and what. */
    record Question(CollectionId collection, String release, String table, Cut cut, Object what) {}

    private final Map<Question, Object> kept = new LinkedHashMap<>(SIZE, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Object> eldest) {
            return size() > SIZE;
        }
    };

    <T> T of(Question question, Class<T> type, Supplier<T> answer) {
        return of(question, type, answer, _ -> true);
    }

    /** @param isKept whether an answer is small enough to be kept */
    <T> T of(Question question, Class<T> type, Supplier<T> answer, Predicate<T> isKept) {
        synchronized (kept) {
            Object known = kept.get(question);
            if (known != null) {
                return type.cast(known);
            }
        }
        T found = answer.get();
        if (isKept.test(found)) {
            synchronized (kept) {
                kept.put(question, found);
            }
        }
        return found;
    }
}
