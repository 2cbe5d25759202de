package org.heralddata.serve.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * What an address says of an event: its UUID, or values of columns that it alone has, {@code run=5,ev=12}.
 */
final class EventKey {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?");

    private EventKey() {}

    /** The selection that lets it alone pass. */
    static String where(PublishedTable table, String key) {
        if (UUID.matcher(key).matches() && table.column("uuid").isPresent()) {
            return "uuid = '%s'".formatted(key.toLowerCase(Locale.ROOT));
        }
        if (!key.contains("=")) {
            return main(table, key);
        }
        List<String> parts = new ArrayList<>();
        for (String part : key.split(",", -1)) {
            int at = part.indexOf('=');
            if (at < 1) {
                throw unknown(key, "write it as `column=value,column=value`");
            }
            parts.add(equal(
                    table,
                    key,
                    part.substring(0, at).strip(),
                    part.substring(at + 1).strip()));
        }
        return String.join(" and ", parts);
    }

    /** A lone value is one of the column that identifies the event. */
    private static String main(PublishedTable table, String key) {
        return table.columns().stream()
                .filter(c ->
                        c.ucd().words().startsWith("meta.id") && c.ucd().words().contains("meta.main"))
                .filter(c -> !c.name().equals("uuid"))
                .findFirst()
                .map(c -> equal(table, key, c.name(), key))
                .orElseThrow(() -> unknown(key, "give the UUID of the event, or `column=value`"));
    }

    private static String equal(PublishedTable table, String key, String name, String value) {
        PublishedColumn column = table.column(name)
                .filter(c -> c.shape().isScalar())
                .orElseThrow(() -> unknown(
                        key,
                        Nearest.help(
                                name,
                                table.columns().stream()
                                        .map(PublishedColumn::name)
                                        .toList())));
        if (column.type() == ColumnType.STRING || column.type() == ColumnType.TIMESTAMP) {
            return "%s = '%s'".formatted(name, value.replace("\\", "\\\\").replace("'", "\\'"));
        }
        if (!NUMBER.matcher(value).matches()) {
            throw unknown(key, "`%s` is a number".formatted(name));
        }
        return "%s = %s".formatted(name, value);
    }

    static Refusal unknown(String key, @Nullable String help) {
        return new Refusal(Diagnostic.error(EventCode.NO_EVENT, "there is no event `%s`".formatted(key))
                .helped(help));
    }
}
