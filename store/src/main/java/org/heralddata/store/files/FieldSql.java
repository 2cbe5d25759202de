package org.heralddata.store.files;

import java.util.Optional;
import org.heralddata.model.files.CommonField;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileField;
import org.heralddata.model.table.ColumnType;
import org.heralddata.store.FileCatalogue.Search;

/** Prints fields as expressions of PostgreSQL. Values of an older type than the field has now are as good as none. */
final class FieldSql {
    private final Search search;

    FieldSql(Search search) {
        this.search = search;
    }

    /** @throws IllegalArgumentException if there is no such field */
    FileField field(String name) {
        Optional<CommonField> common = CommonField.of(name);
        if (common.isPresent()) {
            return common.get().field();
        }
        return Optional.of(search.collections())
                .filter(collections -> collections.size() == 1)
                .flatMap(collections -> collections.getFirst().field(name))
                .orElseThrow(() -> new IllegalArgumentException("no field " + name));
    }

    /** Names are of {@link CommonField}, or letters, digits and underscores as {@link FileCollection} has them. */
    String expression(String name) {
        if (CommonField.of(name).isPresent()) {
            return name.equals("id") ? "f.id::text" : "f." + name;
        }
        ColumnType type = field(name).type();
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("no name of a field: " + name);
        }
        String value = "f.fields -> '%s'".formatted(name);
        String text = "(f.fields ->> '%s')".formatted(name);
        String kind = "jsonb_typeof(%s)".formatted(value);
        return switch (type) {
            case FLOAT64 ->
                "(case when %s = 'number' or %s in ('NaN', 'Infinity', '-Infinity') then %2$s::float8 end)"
                        .formatted(kind, text);
            case INT64, TIMESTAMP ->
                ("(case when %1$s = 'number' then case when"
                                + " %2$s::numeric between -9223372036854775808 and 9223372036854775807 and %2$s::numeric = trunc(%2$s::numeric) then %2$s::numeric::int8 end end)")
                        .formatted(kind, text);
            case BOOL -> "(case when %s = 'boolean' then %s::boolean end)".formatted(kind, text);
            default -> "(case when %s = 'string' then %s end collate \"C\")".formatted(kind, text);
        };
    }
}
