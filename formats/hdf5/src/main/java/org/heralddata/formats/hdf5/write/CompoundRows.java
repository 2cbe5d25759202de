package org.heralddata.formats.hdf5.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.heralddata.formats.hdf5.Layouts;
import org.heralddata.model.table.ColumnType;

/** Rows of compounds: the members, then a boolean for each of those that lack values. */
final class CompoundRows {
    private final List<Member> members;
    private final List<Member> lacking;
    private final List<ElementType.Part> parts = new ArrayList<>();
    private final ElementType type;

    /** @param members at least one, whose types are known for good */
    CompoundRows(List<Member> members) {
        this.members = members;
        lacking = members.stream().filter(Member::lacks).toList();
        var names = new LinkNames();
        int offset = 0;
        for (Member member : members) {
            parts.add(new ElementType.Part(names.link(member.column().name()), offset, member.type()));
            offset += member.type().size();
        }
        for (Member member : lacking) {
            String name = names.link(member.column().name() + "_missing");
            parts.add(new ElementType.Part(name, offset, ElementType.of(ColumnType.BOOL)));
            offset++;
        }
        type = ElementType.compound(offset, parts);
    }

    ElementType type() {
        return type;
    }

    /** Puts what the members have loaded into the dataset. */
    void add(int count, DatasetWriter dataset) throws IOException {
        int stride = type.size();
        byte[] rows = new byte[Math.multiplyExact(count, stride)];
        for (int i = 0; i < members.size(); i++) {
            members.get(i).place(rows, parts.get(i).offset(), stride, count);
        }
        for (int i = 0; i < lacking.size(); i++) {
            lacking.get(i).placeMask(rows, parts.get(members.size() + i).offset(), stride, count);
        }
        for (int done = 0; done < count; ) {
            int step = Math.min(dataset.room(), count - done);
            int at = dataset.claim(step);
            System.arraycopy(rows, done * stride, dataset.buffer(), at, step * stride);
            dataset.advance(step);
            done += step;
        }
    }

    /** Adds what is told of the members, in the way of PyTables' attributes of columns. */
    void describe(SequencedMap<String, String> attributes) {
        for (int i = 0; i < members.size(); i++) {
            String prefix = Layouts.MEMBER.formatted(i);
            Member member = members.get(i);
            ColumnNotes.of(member.column(), parts.get(i).name())
                    .forEach((name, value) -> attributes.put(prefix + name, value));
            if (member.lacks()) {
                attributes.put(
                        prefix + Layouts.MISSING,
                        parts.get(members.size() + lacking.indexOf(member)).name());
            }
        }
    }
}
