package org.heralddata.formats.text;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.diagnostic.Severity;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;

/**
 * What one reading of the whole text settles: the columns' types and the number of rows.
 *
 * @param fields  fields of every row; one more than columns if all lines end with a delimiter
 * @param charset of the words
 */
record FirstPass(List<Column> columns, int fields, long rows, Charset charset, List<Diagnostic> notices) {
    private static final long FIRM = 100;

    static FirstPass over(TextSource source, Layout layout, TextOptions options) throws IOException {
        int fields = layout.columns().size();
        var profiles = new ColumnProfile[fields];
        for (int i = 0; i < fields; i++) {
            profiles[i] = new ColumnProfile(new MissingWords(options.missing(), true));
        }
        long rows = 0;
        long comments;
        try (RecordScanner row = scanner(source, layout)) {
            while (row.next()) {
                if (row.count != fields) {
                    throw otherCount(row, fields);
                }
                rows++;
                if (!layout.typed()) {
                    for (int i = 0; i < fields; i++) {
                        profiles[i].add(row, i);
                    }
                }
            }
            comments = row.commentLines();
        }
        var notices = new ArrayList<>(layout.notices());
        if (comments > 0) {
            notices.add(new Diagnostic(
                    Severity.NOTE,
                    TextCode.COMMENTS_BETWEEN,
                    "%d lines below the header begin with `#` and were taken for comments".formatted(comments),
                    new Location.InFile(source.name(), null, -1),
                    null,
                    null));
        }
        if (layout.typed()) {
            return new FirstPass(layout.columns(), fields, rows, StandardCharsets.UTF_8, notices);
        }
        return new FirstPass(
                columns(source, layout, options, profiles, notices),
                fields,
                rows,
                charset(source, profiles, notices),
                notices);
    }

    static RecordScanner scanner(TextSource source, Layout layout) throws IOException {
        var row = new RecordScanner(
                source.openText(),
                source.name(),
                layout.delimiter(),
                layout.newline(),
                layout.comments(),
                layout.columns().size() == 1 && layout.typed(),
                layout.ruler());
        row.skipLines(layout.skipped());
        return row;
    }

    static Refusal otherCount(RecordScanner row, int fields) {
        return row.refusal(
                TextCode.FIELD_COUNT,
                "a row has %d fields where the table has %d columns".formatted(row.count, fields),
                Math.min(row.count, fields) - 1,
                row.count > fields ? "more fields follow" : "the last field",
                "put quotes around fields that hold the delimiter; "
                        + "lines that are no rows are passed over by option `skip` or `comment`");
    }

    private static List<Column> columns(
            TextSource source, Layout layout, TextOptions options, ColumnProfile[] profiles, List<Diagnostic> notices) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < profiles.length; i++) {
            Column told = layout.columns().get(i);
            ColumnProfile profile = profiles[i];
            boolean trailing = i > 0 && i == profiles.length - 1 && told.name().equals("col" + (i + 1));
            if (trailing && profile.isEmpty()) {
                continue;
            }
            ColumnType type = options.text().contains(told.name()) ? ColumnType.STRING : profile.type();
            ColumnProfile.Word word = profile.firstWord();
            if (type == ColumnType.STRING && word != null && !options.text().contains(told.name())) {
                judgeMixture(source, told, profile, word, notices);
            }
            columns.add(new Column(told.name(), type, told.shape(), told.unit(), told.ucd(), told.description()));
        }
        return columns;
    }

    /** Refuses a column of numbers with a rare word in it, which is more likely damage than text. */
    private static void judgeMixture(
            TextSource source,
            Column column,
            ColumnProfile profile,
            ColumnProfile.Word word,
            List<Diagnostic> notices) {
        if (profile.numbers() == 0) {
            return;
        }
        var place = new Location.InText(
                source.name(),
                (int) Math.min(Integer.MAX_VALUE, word.line()),
                1,
                word.text().length(),
                word.text());
        if (profile.numbers() >= FIRM && profile.others() * 100 < profile.numbers()) {
            throw new Refusal(Diagnostic.error(
                            TextCode.BAD_VALUE,
                            "`%s` is no number, as the %d others of column `%s` are"
                                    .formatted(word.text(), profile.numbers(), column.name()),
                            place)
                    .helped("correct it; or count it as missing by option `missing`, "
                            + "or read the column as text by option `text`"));
        }
        notices.add(Diagnostic.warning(
                TextCode.MIXED_COLUMN,
                "column `%s` holds %d numbers and %d other values, such as `%s`; it is read as text"
                        .formatted(column.name(), profile.numbers(), profile.others(), word.text()),
                place));
    }

    private static Charset charset(TextSource source, ColumnProfile[] profiles, List<Diagnostic> notices) {
        for (ColumnProfile profile : profiles) {
            if (!profile.isUtf8()) {
                notices.add(Diagnostic.warning(
                        TextCode.NOT_UTF8,
                        "the text is not UTF-8; it is read as Windows-1252",
                        new Location.InFile(source.name(), null, -1)));
                return Charset.forName("windows-1252");
            }
        }
        return StandardCharsets.UTF_8;
    }
}
