package org.heralddata.formats.fits;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * The header of one HDU. Of a keyword written twice, the first counts.
 *
 * @param cards  in the file's order
 * @param offset byte where it begins
 * @param end    byte after its last block
 */
record Header(List<Card> cards, Map<String, Card> byKey, Place place, long offset, long end) {

    private static final Pattern STRUCTURE =
            Pattern.compile("SIMPLE|XTENSION|BITPIX|NAXIS\\d*|PCOUNT|GCOUNT|GROUPS|EXTEND"
                    + "|TFIELDS|THEAP|CHECKSUM|DATASUM|LONGSTRN|CONTINUE|END"
                    + "|ZTABLE|ZNAXIS[12]|ZPCOUNT|ZHEAPPTR|ZTILELEN|ZSHRINK|ZRATIO|RAWSUM|Z(FORM|CTYP)\\d+"
                    + "|T(TYPE|FORM|UNIT|BCOL|SCAL|ZERO|NULL|DIM|DISP|UCD|COMM)\\d+");

    static Header of(List<Card> cards, Place place, long offset, long end) {
        Map<String, Card> byKey = new LinkedHashMap<>();
        for (Card card : cards) {
            if (!card.isCommentary()) {
                byKey.putIfAbsent(card.key(), card);
            }
        }
        return new Header(cards, byKey, place, offset, end);
    }

    Header at(Place place) {
        return new Header(cards, byKey, place, offset, end);
    }

    Optional<Card> card(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Optional<String> text(String key) {
        return card(key).map(Card::value).filter(v -> !v.isBlank());
    }

    boolean isTrue(String key) {
        return text(key).filter(v -> v.equals("T")).isPresent();
    }

    /** An integer that must be there, at least {@code least}. */
    long integer(String key, long least) {
        return optionalInteger(key, least)
                .orElseThrow(
                        () -> place.refusal(FitsCode.BROKEN_HEADER, offset, "the header has no `%s`".formatted(key)));
    }

    OptionalLong optionalInteger(String key, long least) {
        Optional<BigDecimal> number = number(key);
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long value = number.get().longValueExact();
            if (value >= least) {
                return OptionalLong.of(value);
            }
        } catch (ArithmeticException notAnInteger) {
            // told below
        }
        throw wrong(key, least == Long.MIN_VALUE ? "an integer" : "an integer of at least " + least);
    }

    /** A number of any kind, exactly. */
    Optional<BigDecimal> number(String key) {
        return text(key).map(value -> {
            try {
                BigDecimal number =
                        new BigDecimal(value.strip().toUpperCase(Locale.ROOT).replace('D', 'E'));
                // Exponents that no double has would make exact arithmetic unboundedly slow.
                if (Math.abs((long) number.precision() - number.scale()) < 400 && number.scale() < 800) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // told below
            }
            throw wrong(key, "a number");
        });
    }

    RuntimeException wrong(String key, String wanted) {
        Card card = byKey.get(key);
        String value = card == null ? "" : card.value();
        return place.refusal(
                FitsCode.BROKEN_HEADER,
                card == null ? offset : card.offset(),
                "`%s = %s` should be %s".formatted(key, value, wanted));
    }

    /** What the cards say beyond the structure of the data, in their order; comments joined by line breaks. */
    SequencedMap<String, String> metadata() {
        SequencedMap<String, String> out = new LinkedHashMap<>();
        for (Card card : cards) {
            if (card.isCommentary()) {
                out.merge(card.key(), card.value(), (before, more) -> before + "\n" + more);
            } else if (!card.key().isEmpty() && !STRUCTURE.matcher(card.key()).matches()) {
                out.putIfAbsent(card.key(), card.value());
            }
        }
        return out;
    }
}
