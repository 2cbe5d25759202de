package org.heralddata.formats.fits;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;

/** Names columns and says what they mean, from the cards TTYPEn, TUNITn, TUCDn and TCOMMn. For one table. */
final class FieldNames {

    /** What software writes beside TTYPEn without saying anything. */
    private static final Pattern BOILERPLATE =
            Pattern.compile("(?i)(label|name)?\\s*(of|for)?\\s*(the\\s*)?(field|column)?\\s*\\d*");

    private final Header header;
    private final List<Diagnostic> notices;
    private final Set<String> taken = new HashSet<>();

    FieldNames(Header header, List<Diagnostic> notices) {
        this.header = header;
        this.notices = notices;
    }

    Column column(int n, ColumnType type, Shape shape) {
        return new Column(
                name(n),
                type,
                shape,
                header.text("TUNIT" + n).orElse(null),
                header.text("TUCD" + n).orElse(null),
                description(n).orElse(null));
    }

    private String name(int n) {
        String wanted = header.text("TTYPE" + n).map(String::strip).orElse("col" + n);
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + "_" + i;
        }
        if (!name.equals(wanted)) {
            notices.add(header.place()
                    .warning(
                            FitsCode.ODD_COLUMN,
                            header.offset(),
                            "column %d repeats the name `%s`; it is read as `%s`".formatted(n, wanted, name)));
        }
        return name;
    }

    private Optional<String> description(int n) {
        return header.text("TCOMM" + n)
                .or(() -> header.card("TTYPE" + n)
                        .map(Card::comment)
                        .filter(text -> !BOILERPLATE.matcher(text).matches()));
    }
}
