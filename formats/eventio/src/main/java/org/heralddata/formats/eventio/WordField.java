package org.heralddata.formats.eventio;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.rows.Layouts;
import org.heralddata.spi.rows.RowBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A field of a header or end sub-block.
 *
 * @param end       true if it lies in the sub-block that ends the run or event
 * @param word      the first word, from 1
 * @param words     how many; 1 for a scalar
 * @param countWord the word of the same sub-block that says how many are filled; 0 if all are
 * @param factor    words a count
 */
record WordField(Column column, boolean end, int word, int words, int countWord, int factor) {
    private static final Pattern PLACE = Pattern.compile("(E?)(\\d+)(?:\\*(\\d+)(?:#(\\d+)(?:\\*(\\d+))?)?)?");

    static List<WordField> of(List<Layouts.Field> fields) {
        return fields.stream().map(WordField::of).toList();
    }

    private static WordField of(Layouts.Field field) {
        Matcher place = PLACE.matcher(field.place());
        if (!place.matches()) {
            throw new IllegalStateException("bad place " + field.place());
        }
        return new WordField(
                field.column(),
                !place.group(1).isEmpty(),
                number(place.group(2), 0),
                number(place.group(3), 1),
                number(place.group(4), 0),
                number(place.group(5), 1));
    }

    private static int number(@Nullable String text, int absent) {
        return text == null ? absent : Integer.parseInt(text);
    }

    void put(RowBuilder rows, int at, Block head, @Nullable Block tail) {
        if (!rows.wants(at)) {
            return;
        }
        Block block = end ? tail : head;
        if (block == null) {
            return;
        }
        if (column.type() == ColumnType.STRING) {
            rows.put(at, date(block.word(word)));
        } else if (!column.shape().isScalar()) {
            double[] values = new double[count(block)];
            for (int i = 0; i < values.length; i++) {
                values[i] = block.word(word + i);
            }
            rows.put(at, values);
        } else {
            rows.put(at, (double) block.word(word));
        }
    }

    private int count(Block block) {
        return countWord == 0 ? words : (int) Math.clamp(block.word(countWord) * factor, 0, words);
    }

    /** {@code YYMMDD} as {@code YYYY-MM-DD}; null if it is no day. CORSIKA is younger than 1980. */
    static @Nullable String date(float word) {
        long digits = (long) word;
        long year = digits / 10_000;
        long month = digits / 100 % 100;
        long day = digits % 100;
        if (digits < 101 || year > 99 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year < 80 ? 2000 + year : 1900 + year, month, day);
    }
}
