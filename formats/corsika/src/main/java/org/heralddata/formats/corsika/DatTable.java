package org.heralddata.formats.corsika;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.heralddata.model.table.Column;
import org.heralddata.spi.rows.Layouts;
import org.heralddata.spi.rows.RowBuilder;

/** A table of a particle file: which parts make its rows. */
enum DatTable {
    RUNS,
    EVENTS,
    PARTICLES,
    PHOTONS,
    LONGITUDINAL;

    /** Description of a bunch of photons among particles: 99E5 + 10 n + 1. */
    private static final float BUNCH = 9.9e6f;

    private static final int LONG_HEAD = 13;

    private static final int LONG_ENTRY = 10;

    private static final Map<String, List<Layouts.Field>> LAYOUTS = Layouts.of(DatTable.class, "layouts.txt");
    private static final List<WordField> RUN_WORDS = WordField.of(RUNS.layout());
    private static final List<WordField> EVENT_WORDS = WordField.of(EVENTS.layout());

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Column> columns() {
        return Layouts.columns(layout());
    }

    private List<Layouts.Field> layout() {
        return Objects.requireNonNull(LAYOUTS.get(label()));
    }

    /** Adds the rows that a part makes, if any. */
    void add(Part part, boolean onlyPhotons, RowBuilder rows) {
        switch (part) {
            case Part.Run(var head, var end) -> {
                if (this == RUNS) {
                    addWords(RUN_WORDS, head, end, rows);
                }
            }
            case Part.Event(var head, var end) -> {
                if (this == EVENTS) {
                    addWords(EVENT_WORDS, head, end, rows);
                }
            }
            case Part.Data(var event, var block) -> {
                if (this == PARTICLES) {
                    addParticles(event, block, rows);
                } else if (this == PHOTONS) {
                    addPhotons(event, block, onlyPhotons, rows);
                }
            }
            case Part.Profile(var event, var block) -> {
                if (this == LONGITUDINAL) {
                    addProfile(event, block, rows);
                }
            }
        }
    }

    private static void addWords(List<WordField> words, Block head, Block end, RowBuilder rows) {
        for (int column = 0; column < words.size(); column++) {
            words.get(column).put(rows, column, head, end);
        }
        rows.endRow();
    }

    private static void addParticles(Block event, Block block, RowBuilder rows) {
        int size = entry(block);
        boolean light = hasLight(event);
        for (int at = 1; at + size - 1 <= block.words(); at += size) {
            float description = block.word(at);
            if (isEmpty(block, at, size) || (light && description >= BUNCH)) {
                continue;
            }
            int code = (int) description;
            int positive = Math.abs(code);
            rows.put(0, (double) event.word(2));
            rows.put(1, (long) code);
            rows.put(2, (long) (positive / 1000));
            rows.put(3, (long) (positive / 10 % 100));
            rows.put(4, (long) (positive % 10));
            for (int word = 1; word < 7; word++) {
                rows.put(4 + word, (double) block.word(at + word));
            }
            rows.put(11, size == 8 ? block.word(at + 7) : 1.0);
            rows.endRow();
        }
    }

    private static void addPhotons(Block event, Block block, boolean onlyPhotons, RowBuilder rows) {
        int size = entry(block);
        for (int at = 1; at + size - 1 <= block.words(); at += size) {
            float description = block.word(at);
            if (isEmpty(block, at, size) || (!onlyPhotons && description < BUNCH)) {
                continue;
            }
            rows.put(0, (double) event.word(2));
            rows.put(1, onlyPhotons ? description : Math.rint((description - BUNCH - 1) / 10));
            for (int word = 1; word < 7; word++) {
                rows.put(1 + word, (double) block.word(at + word));
            }
            rows.put(8, size == 8 ? block.word(at + 7) : 1.0);
            rows.endRow();
        }
    }

    private static void addProfile(Block event, Block block, RowBuilder rows) {
        for (int at = LONG_HEAD + 1; at + LONG_ENTRY - 1 <= block.words(); at += LONG_ENTRY) {
            if (isEmpty(block, at, LONG_ENTRY)) {
                continue;
            }
            rows.put(0, (double) event.word(2));
            for (int word = 0; word < LONG_ENTRY; word++) {
                rows.put(1 + word, (double) block.word(at + word));
            }
            rows.endRow();
        }
    }

    /** Words of a particle or bunch: 7, or 8 with thinning. */
    static int entry(Block block) {
        return block.words() / 39;
    }

    /** True if the event's header says that Cherenkov light was simulated: bit 1 of word 77. */
    static boolean hasLight(Block event) {
        return ((long) event.word(77) & 1) == 1;
    }

    static boolean isEmpty(Block block, int at, int size) {
        for (int word = at; word < at + size; word++) {
            if (block.word(word) != 0) {
                return false;
            }
        }
        return true;
    }
}
