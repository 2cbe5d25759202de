package org.heralddata.formats.eventio;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.table.Column;
import org.heralddata.spi.rows.RowBuilder;
import org.jspecify.annotations.Nullable;

/** A table of objects that are sequences of fields, as {@code objects.txt} tells. */
final class FieldTable implements ObjectTable {
    private final FieldLayout layout;

    FieldTable(FieldLayout layout) {
        this.layout = layout;
    }

    @Override
    public String name() {
        return layout.name();
    }

    @Override
    public List<Column> columns() {
        return layout.columns();
    }

    @Override
    public boolean isOf(Header header) {
        return layout.types().contains(header.family());
    }

    @Override
    public boolean reads(Header header) {
        return header.version() >= layout.firstVersion() && header.version() <= layout.lastVersion();
    }

    @Override
    public boolean add(Header header, Around around, ObjectWalk walk, RowBuilder rows) throws IOException {
        new Reading(header, around, walk.content(header), rows).read();
        return false;
    }

    /** The reading of one object. */
    private final class Reading {
        private final Header header;
        private final Around around;
        private final Payload payload;
        private final RowBuilder rows;
        private final Map<String, Long> numbers = new HashMap<>();
        private final Map<ObjectField, FieldValue> once = new HashMap<>();
        private final Map<ObjectField, FieldValue> columns = new HashMap<>();
        private FieldValue masks = new FieldValue.Absent();
        private long row;

        Reading(Header header, Around around, Payload payload, RowBuilder rows) {
            this.header = header;
            this.around = around;
            this.payload = payload;
            this.rows = rows;
        }

        void read() {
            for (ObjectField field : layout.fields()) {
                if (field.per() != ObjectField.Per.ROW && field.code() != Code.COMPUTED && applies(field)) {
                    readAhead(field);
                } else if (field.code() == Code.COMPUTED && field.name().startsWith("_")) {
                    numbers.put(field.name(), value(field.expression()));
                }
            }
            long count = layout.rows() == null ? 1 : number(layout.rows());
            boolean reading = layout.fields().stream().anyMatch(f -> f.per() == ObjectField.Per.ROW);
            if (reading || columns.isEmpty()) {
                payload.checkCount(layout.rows() == null ? 0 : count, 1);
            }
            for (row = 0; row < count; row++) {
                putRow();
            }
        }

        private void readAhead(ObjectField field) {
            if (field.per() == ObjectField.Per.COLUMN) {
                columns.put(
                        field, FieldValue.list(field.code(), number(String.valueOf(layout.rows())), header, payload));
                return;
            }
            FieldValue value = read(field);
            once.put(field, value);
            if (field.code() == Code.MASK) {
                masks = value;
            }
        }

        private FieldValue read(ObjectField field) {
            FieldValue value = switch (field.code()) {
                case TYPETIMES -> FieldValue.typeTimes(masks, payload);
                case PROFILES -> FieldValue.skipProfiles(number("n_profiles"), payload);
                case REP -> FieldValue.repeated(once, field, value(field.count()), payload);
                default ->
                    field.count() == null
                            ? FieldValue.one(field.code(), payload)
                            : FieldValue.list(field.code(), value(field.count()), header, payload);
            };
            if (value.isNumber()) {
                numbers.put(field.name(), value.number());
            }
            return value;
        }

        private void putRow() {
            for (ObjectField field : layout.fields()) {
                if (field.code() == Code.COMPUTED) {
                    long computed = value(field.expression());
                    if (field.column() >= 0 && computed != Around.NONE) {
                        rows.put(field.column(), computed);
                    }
                    continue;
                }
                FieldValue value = switch (field.per()) {
                    case OBJECT -> once.get(field);
                    case COLUMN -> columns.get(field);
                    case ROW -> applies(field) ? read(field) : null;
                };
                if (value != null && field.column() >= 0) {
                    if (field.per() == ObjectField.Per.COLUMN) {
                        value.putElement(rows, field.column(), (int) row);
                    } else {
                        value.put(rows, field.column());
                    }
                }
            }
            rows.endRow();
        }

        private boolean applies(ObjectField field) {
            for (ObjectField.Condition condition : field.conditions()) {
                long value = value(condition.expression());
                if ((value == 0 || value == Around.NONE) != condition.negated()) {
                    return false;
                }
            }
            return true;
        }

        private long value(@Nullable Expression expression) {
            return expression == null ? Around.NONE : expression.value(this::number);
        }

        private long number(String name) {
            return switch (name) {
                case "id" -> header.id();
                case "v" -> header.version();
                case "type" -> header.type();
                case "telescope" -> header.telescope();
                case "event" -> around.event();
                case "shower" -> around.shower();
                case "array" -> around.array();
                case "calibration" -> around.calibration();
                case "index" -> row;
                default -> numbers.getOrDefault(name, Around.NONE);
            };
        }
    }
}
