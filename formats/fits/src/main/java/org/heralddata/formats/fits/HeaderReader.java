package org.heralddata.formats.fits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the blocks of a header up to its END. */
final class HeaderReader {
    static final int BLOCK = 2880;

    /** Longer headers are taken for damage: real ones stay below a megabyte. */
    private static final long LONGEST = 16L << 20;

    private HeaderReader() {}

    static Header read(Bytes bytes, long offset, Place place) throws IOException {
        List<Card> cards = new ArrayList<>();
        byte[] block = new byte[BLOCK];
        for (long at = offset; at - offset < LONGEST; at += BLOCK) {
            int got = bytes.read(at, block, 0, BLOCK);
            for (int i = 0; i + Card.LENGTH <= got; i += Card.LENGTH) {
                String record = new String(block, i, Card.LENGTH, StandardCharsets.ISO_8859_1);
                if (record.startsWith("END") && record.substring(3).isBlank()) {
                    return Header.of(cards, place, offset, at + BLOCK);
                }
                add(cards, record, at + i, place);
            }
            if (got < BLOCK) {
                throw place.refusal(
                        FitsCode.TRUNCATED,
                        at + got,
                        "the file ends within a header: %d bytes were read of it and no END card"
                                .formatted(at + got - offset));
            }
        }
        throw place.refusal(
                FitsCode.BROKEN_HEADER, offset, "the header has no END card within %d MiB".formatted(LONGEST >> 20));
    }

    private static void add(List<Card> cards, String record, long offset, Place place) {
        if (record.substring(0, 8).chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw place.refusal(
                    FitsCode.BROKEN_HEADER,
                    offset,
                    "a header card has bytes in its keyword that are not ASCII text",
                    "the file is damaged, or its END card is missing");
        }
        Card card = CardParser.parse(record, offset);
        Card last = cards.isEmpty() ? null : cards.getLast();
        if (card.key().equals("CONTINUE") && last != null && last.isContinued()) {
            cards.set(cards.size() - 1, last.continuedBy(card));
        } else if (!record.isBlank()) {
            cards.add(card);
        }
    }
}
