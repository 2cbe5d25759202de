package org.heralddata.formats.hdf5.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heralddata.formats.hdf5.Hdf5Code;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;

/** What no dataset of compounds can be. */
final class CompoundLimits {
    private static final int MESSAGE = 0xffff;

    /** Behind a name: what makes it unique, a zero byte, the offset. */
    private static final int NAME = 16;

    private CompoundLimits() {}

    /** Looks before a row is there, so for the worst: all columns may lack values. */
    static void check(List<Column> columns) {
        List<Column> members = columns.stream().filter(CompoundTable::fits).toList();
        if (members.isEmpty()) {
            throw refusal("compounds need a column of fixed size, and all of these hold lists or bytes");
        }
        long described = members.stream().mapToLong(CompoundLimits::described).sum();
        if (described > MESSAGE) {
            throw refusal("HDF5 describes compounds in 64 kB, too little for %d columns".formatted(members.size()));
        }
    }

    /** Bytes of a member and of the boolean that may go with it, at most. */
    private static long described(Column column) {
        ElementType element = column.type() == ColumnType.STRING ? ElementType.text(1) : ElementType.of(column.type());
        ElementType flag = ElementType.of(ColumnType.BOOL);
        int name = column.name().getBytes(StandardCharsets.UTF_8).length;
        return 2L * (name + NAME)
                + element.array(column.shape().sizes()).encoding().bytes().length
                + flag.encoding().bytes().length;
    }

    private static Refusal refusal(String why) {
        return new Refusal(
                Diagnostic.error(Hdf5Code.NO_COMPOUND, why).helped("choose other columns, or `layout=columns`"));
    }
}
