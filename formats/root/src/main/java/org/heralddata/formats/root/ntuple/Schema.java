package org.heralddata.formats.root.ntuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Fields and columns of the header and of the footer's extension, by their ids. Not changed once both are read. */
final class Schema {
    private static final int SMALLEST_FIELD = 40;
    private static final int SMALLEST_COLUMN = 20;
    private static final int SMALLEST_ALIAS = 16;

    private final List<FieldRecord> fields = new ArrayList<>();
    private final List<ColumnRecord> columns = new ArrayList<>();
    private final List<List<Integer>> children = new ArrayList<>();
    private final List<List<ColumnRecord>> columnsOf = new ArrayList<>();

    /** Adds a schema description: four list frames, the last of which holds nothing that is needed here. */
    void add(Frames in) {
        Frames records = in.list(SMALLEST_FIELD);
        for (int i = 0; i < records.items(); i++) {
            FieldRecord field = FieldRecord.read(fields.size(), records.record());
            fields.add(field);
            children.add(new ArrayList<>());
            columnsOf.add(new ArrayList<>());
            if (!field.isTop()) {
                children.get(field.parent()).add(field.id());
            }
        }
        records = in.list(SMALLEST_COLUMN);
        for (int i = 0; i < records.items(); i++) {
            ColumnRecord column = ColumnRecord.read(columns.size(), records.record());
            columns.add(column);
            attach(column, column.field(), in);
        }
        records = in.list(SMALLEST_ALIAS);
        for (int i = 0; i < records.items(); i++) {
            Frames alias = records.record();
            long physical = alias.u32();
            long field = alias.u32();
            if (physical >= columns.size()) {
                throw in.broken("an alias of column %d".formatted(physical));
            }
            attach(columns.get((int) physical), field, in);
        }
        in.list(0);
    }

    private void attach(ColumnRecord column, long field, Frames in) {
        if (field >= fields.size()) {
            throw in.broken("a column of field %d".formatted(field));
        }
        columnsOf.get((int) field).add(column);
    }

    List<FieldRecord> tops() {
        return fields.stream().filter(FieldRecord::isTop).toList();
    }

    FieldRecord field(int id) {
        return fields.get(id);
    }

    List<FieldRecord> children(FieldRecord field) {
        return children.get(field.id()).stream().map(fields::get).toList();
    }

    /** Columns of a field, by representation and then in order; aliases stand for the columns that they name. */
    List<List<ColumnRecord>> representations(FieldRecord field) {
        List<ColumnRecord> all = columnsOf.get(field.id());
        int count = all.stream().mapToInt(ColumnRecord::representation).max().orElse(-1) + 1;
        return IntStream.range(0, Math.min(count, all.size()))
                .mapToObj(r -> all.stream().filter(c -> c.representation() == r).toList())
                .filter(columnsOfOne -> !columnsOfOne.isEmpty())
                .toList();
    }
}
