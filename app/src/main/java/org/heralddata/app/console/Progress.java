package org.heralddata.app.console;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Progress of one piece of work: redrawn in place on a terminal, a plain line every ten seconds otherwise. Safe for many
 * threads.
 */
public final class Progress implements AutoCloseable {
    private static final long REDRAW_NS = 100_000_000L;
    private static final long PLAIN_NS = 10_000_000_000L;
    private static final int BAR = 24;

    private final PrintStream err;
    private final boolean terminal;
    private final String what;
    private final long started = System.nanoTime();
    private long told = started;
    private boolean drawn;

    Progress(PrintStream err, boolean terminal, String what) {
        this.err = err;
        this.terminal = terminal;
        this.what = what;
    }

    /**
     * Tells how far the work is.
     *
     * @param done  units done
     * @param total units in all; 0 or less if not known
     * @param detail more words, such as the number of rows
     */
    public synchronized void at(long done, long total, String detail) {
        long now = System.nanoTime();
        if (now - told < (terminal ? REDRAW_NS : PLAIN_NS)) {
            return;
        }
        told = now;
        drawn = true;
        String share = total > 0 ? bar((double) done / total) : "";
        if (terminal) {
            err.printf(Locale.ROOT, "\r\033[K%s %s %s", what, share, detail);
            err.flush();
        } else {
            err.printf(Locale.ROOT, "%s %s%s%n", what, total > 0 ? percent((double) done / total) + " " : "", detail);
        }
    }

    /** Seconds since the work began. */
    public double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (terminal && drawn) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    private static String bar(double share) {
        int full = (int) Math.round(Math.clamp(share, 0, 1) * BAR);
        return "█".repeat(full) + "░".repeat(BAR - full) + " " + percent(share);
    }

    private static String percent(double share) {
        return "%3.0f %%".formatted(100 * Math.clamp(share, 0, 1));
    }
}
