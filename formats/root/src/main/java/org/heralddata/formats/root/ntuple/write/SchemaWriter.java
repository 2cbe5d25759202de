package org.heralddata.formats.root.ntuple.write;

import java.util.ArrayList;
import java.util.List;

/** Numbers fields and columns, and writes them as the header has them. */
final class SchemaWriter {
    /** Structural role of a field of one value, and of arrays. */
    static final int LEAF = 0;
    /** Structural role of a vector or an optional value. */
    static final int COLLECTION = 1;
    /** Parent of a field at the top. */
    static final int TOP = -1;
    /** What C++ calls the inside of a collection. */
    static final String INSIDE = "_0";

    private static final int REPETITIVE = 1;

    private final List<FieldLine> fields = new ArrayList<>();
    private final List<ColumnLine> columns = new ArrayList<>();

    private record FieldLine(int parent, int role, String name, String type, String description, int repetition) {}

    private record ColumnLine(int field, PagedColumn column) {}

    /**
     * Adds a field; gives its id.
     *
     * @param parent     id, or {@link #TOP}
     * @param repetition elements of an array; 0 if none
     */
    int field(int parent, int role, String name, String type, String description, int repetition) {
        int id = fields.size();
        fields.add(new FieldLine(parent == TOP ? id : parent, role, name, type, description, repetition));
        return id;
    }

    void column(int field, PagedColumn column) {
        columns.add(new ColumnLine(field, column));
    }

    /** In the order of their ids. */
    List<PagedColumn> columns() {
        return columns.stream().map(ColumnLine::column).toList();
    }

    /** The four lists of a schema description. */
    void describe(Little out) {
        int list = out.list(fields.size());
        for (FieldLine field : fields) {
            int record = out.record();
            out.u32(0).u32(0).u32(field.parent()).u16(field.role()).u16(field.repetition() > 0 ? REPETITIVE : 0);
            out.string(field.name()).string(field.type()).string("").string(field.description());
            if (field.repetition() > 0) {
                out.u64(field.repetition());
            }
            out.end(record);
        }
        out.endList(list);
        list = out.list(columns.size());
        for (ColumnLine line : columns) {
            Coding coding = line.column().coding();
            int record = out.record();
            out.u16(coding.number()).u16(coding.bits()).u32(line.field()).u16(0).u16(0);
            out.end(record);
        }
        out.endList(list);
        describeNothing(out, 2);
    }

    /** Empty lists. */
    static void describeNothing(Little out, int lists) {
        for (int i = 0; i < lists; i++) {
            out.endList(out.list(0));
        }
    }
}
