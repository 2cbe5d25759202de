package org.heralddata.accounts.desk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.heralddata.accounts.AccountCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * How often something may be tried by one, within a sliding window, in the memory of this process. Safe for many threads. Of
 * too many different ones the longest unseen are forgotten.
 */
final class Rates {
    private static final int MOST_KEYS = 50_000;

    private final Map<String, Deque<Long>> tries = new LinkedHashMap<>(16, 0.75f, true);
    private final LongSupplier nanoseconds;

    /** @param nanoseconds a clock, as {@link System#nanoTime} */
    Rates(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    /** So many within a time. */
    enum Kind {
        SIGN_IN(30, Duration.ofMinutes(5)),
        REGISTER(10, Duration.ofHours(1)),
        RESET(10, Duration.ofHours(1)),
        LETTERS_TO_ONE(3, Duration.ofHours(1)),
        LINK(30, Duration.ofMinutes(5));

        private final int most;
        private final Duration within;

        Kind(int most, Duration within) {
            this.most = most;
            this.within = within;
        }
    }

    /** Counts a try; false if it is one too many, which does not count. */
    synchronized boolean lets(Kind kind, String who) {
        long now = nanoseconds.getAsLong();
        Deque<Long> past = tries.computeIfAbsent(kind + " " + who, _ -> new ArrayDeque<>());
        while (!past.isEmpty() && now - past.peekFirst() > kind.within.toNanos()) {
            past.removeFirst();
        }
        if (past.size() >= kind.most) {
            return false;
        }
        past.addLast(now);
        if (tries.size() > MOST_KEYS) {
            tries.remove(tries.keySet().iterator().next());
        }
        return true;
    }

    /** @throws Refusal if it is one too many */
    void require(Kind kind, String who) {
        if (!lets(kind, who)) {
            throw new Refusal(
                    Diagnostic.error(AccountCode.TOO_OFTEN, "there were too many tries from your network address")
                            .helped("wait %s".formatted(Attempts.words(kind.within))));
        }
    }
}
