package org.heralddata.formats.km3net;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.heralddata.spi.rows.RowBuilder;
import org.heralddata.spi.rows.StepCursor;

/** One pass through an event list for one of its tables. */
final class EvtCursor extends StepCursor {
    private static final int TRACK = 8;
    private static final int HIT = 4;

    private final EvtWalk walk;
    private final String table;
    private final RowBuilder rows;
    private long event;
    private long tracks;
    private long hits;

    /** Of what an event says once; what it says again is among the others. */
    private final Set<EvtTag> seen = EnumSet.noneOf(EvtTag.class);

    EvtCursor(EvtWalk walk, String table, RowBuilder rows) {
        super(rows);
        this.walk = walk;
        this.table = table;
        this.rows = rows;
    }

    @Override
    protected boolean step() throws IOException {
        EvtWalk.Line line = walk.next();
        if (line == null) {
            return false;
        }
        if (walk.inHeader()) {
            return true;
        }
        if (line.beginsEvent()) {
            begin(line);
        } else if (line.endsEvent()) {
            end();
        } else {
            EvtTag tag = EvtTag.of(line.tag());
            switch (tag) {
                case TRACK -> track(line);
                case HIT -> hit(line);
                case OTHER -> other(line);
                case TIME, WEIGHTS, W2LIST, W3LIST -> {
                    if (seen.add(tag)) {
                        eventValue(tag, line);
                    } else {
                        other(line);
                    }
                }
            }
        }
        return true;
    }

    private boolean is(String name) {
        return table.equals(name);
    }

    private void begin(EvtWalk.Line line) {
        double[] numbers = walk.numbers(line);
        if (numbers.length == 0) {
            throw walk.broken("an event has no number");
        }
        event = (long) numbers[0];
        tracks = 0;
        hits = 0;
        seen.clear();
        if (is("events")) {
            rows.put(0, event);
            if (numbers.length > 1) {
                rows.put(1, (long) numbers[1]);
            }
        }
    }

    private void end() {
        if (is("events")) {
            rows.put(4, tracks);
            rows.put(5, hits);
            rows.endRow();
        }
    }

    private void eventValue(EvtTag tag, EvtWalk.Line line) {
        if (!is("events")) {
            return;
        }
        double[] numbers = walk.numbers(line);
        if (tag == EvtTag.TIME) {
            if (numbers.length != 2) {
                throw walk.broken("`%s` has %d numbers instead of 2".formatted(line.tag(), numbers.length));
            }
            rows.put(2, (long) numbers[0]);
            rows.put(3, (long) numbers[1]);
            return;
        }
        rows.put(
                switch (tag) {
                    case WEIGHTS -> 6;
                    case W2LIST -> 7;
                    default -> 8;
                },
                numbers);
    }

    private void track(EvtWalk.Line line) {
        tracks++;
        if (is("tracks")) {
            put(line, TRACK, TRACK + 1);
        }
    }

    private void hit(EvtWalk.Line line) {
        hits++;
        if (is("hits")) {
            put(line, HIT, HIT);
        }
    }

    /** Number, then as many numbers as there are columns; a bundle of tracks has no time. */
    private void put(EvtWalk.Line line, int least, int columns) {
        double[] numbers = walk.numbers(line);
        if (numbers.length < least) {
            throw walk.broken("`%s` has %d numbers, fewer than %d".formatted(line.tag(), numbers.length, least));
        }
        rows.put(0, event);
        rows.put(1, line.tag());
        int fixed = Math.min(columns, numbers.length);
        for (int i = 0; i < fixed; i++) {
            rows.put(2 + i, numbers[i]);
        }
        rows.put(2 + columns, Arrays.copyOfRange(numbers, fixed, numbers.length));
        rows.endRow();
    }

    private void other(EvtWalk.Line line) {
        if (is("others")) {
            rows.put(0, event);
            rows.put(1, line.tag());
            rows.put(2, line.text());
            rows.endRow();
        }
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }
}
