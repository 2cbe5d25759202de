package org.heralddata.formats.fits;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header that a table compressed by tiles would have without compression: FITS 4.0, section 10.3.2. */
final class UncompressedHeader {
    private static final Pattern PACKED = Pattern.compile("TFORM\\d+|NAXIS[12]|PCOUNT|THEAP");
    private static final Pattern KEPT = Pattern.compile("Z(FORM\\d+|NAXIS[12]|PCOUNT)");

    private UncompressedHeader() {}

    static Header of(Header header) {
        List<Card> cards = header.cards().stream()
                .filter(card -> !PACKED.matcher(card.key()).matches())
                .map(UncompressedHeader::renamed)
                .toList();
        return Header.of(cards, header.place(), header.offset(), header.end());
    }

    private static Card renamed(Card card) {
        Matcher kept = KEPT.matcher(card.key());
        if (!kept.matches()) {
            return card;
        }
        String key = kept.group(1).startsWith("FORM") ? "T" + kept.group(1) : kept.group(1);
        return new Card(key, card.value(), card.text(), card.comment(), card.offset());
    }
}
