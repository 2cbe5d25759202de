package org.heralddata.formats.corsika;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Column;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.rows.Layouts;
import org.heralddata.spi.rows.RowBuilder;
import org.heralddata.spi.rows.StepCursor;

/** A steering card: one row a line, and each keyword with its values as metadata. */
final class CardFile implements TableFile {
    private static final String TABLE = "steering";
    private static final int MOST_LINES = 100_000;

    private final List<SteeringCard> cards;
    private final SequencedMap<String, String> metadata = new LinkedHashMap<>();

    private CardFile(List<SteeringCard> cards) {
        this.cards = cards;
        for (SteeringCard card : cards) {
            metadata.merge(card.keyword(), String.join(" ", card.values()), (first, next) -> first + "; " + next);
        }
    }

    static CardFile open(Path path) throws IOException {
        List<SteeringCard> cards = new ArrayList<>();
        try (Lines lines = new Lines(Bytes.open(path))) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (lines.number() > MOST_LINES) {
                    throw lines.place()
                            .refusal(
                                    CorsikaCode.TOO_LARGE,
                                    lines.offset(),
                                    "a steering card has at most %d lines".formatted(MOST_LINES));
                }
                SteeringCard.of(lines.number(), line).ifPresent(cards::add);
            }
        }
        return new CardFile(List.copyOf(cards));
    }

    @Override
    public SequencedMap<String, String> metadata() {
        return Collections.unmodifiableSequencedMap(metadata);
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(new SourceTable(TABLE, OptionalLong.of(cards.size()), columns(), new LinkedHashMap<>()));
    }

    private static List<Column> columns() {
        return Layouts.columns(
                Objects.requireNonNull(Layouts.of(CardFile.class, "layouts.txt").get(TABLE)));
    }

    @Override
    public List<Diagnostic> notices() {
        return List.of();
    }

    @Override
    public TableCursor read(String name, List<String> wanted) {
        if (!name.equals(TABLE)) {
            throw new IllegalArgumentException("no table " + name);
        }
        RowBuilder rows = new RowBuilder(columns(), wanted);
        return new StepCursor(rows) {
            private int next;

            @Override
            protected boolean step() {
                if (next == cards.size()) {
                    return false;
                }
                SteeringCard card = cards.get(next++);
                rows.put(0, card.line());
                rows.put(1, card.keyword());
                rows.put(2, card.values());
                rows.put(3, card.comment().isEmpty() ? null : card.comment());
                rows.endRow();
                return true;
            }

            @Override
            public void close() {
                // all is in memory
            }
        };
    }

    @Override
    public void close() {
        // all is in memory
    }
}
