package org.heralddata.formats.hdf5.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;

/** What no dataset of compounds can be. */
public final class CompoundLimits {
    private static final int MESSAGE = 0xffff;

    /** Behind a name: what makes it unique, a zero byte, the offset. */
    private static final int NAME = 16;

    private CompoundLimits() {}

    /**
     * Why columns cannot be compounds; empty if they can. Looks before a row is there, so for the worst: all may lack
     * values.
     */
    public static Optional<String> against(List<Column> columns) {
        List<Column> members = columns.stream().filter(CompoundTable::fits).toList();
        if (members.isEmpty()) {
            return Optional.of("compounds need a column of fixed size, and all of these hold lists or bytes");
        }
        long described = members.stream().mapToLong(CompoundLimits::described).sum();
        return described > MESSAGE
                ? Optional.of("HDF5 describes compounds in 64 kB, too little for %d columns".formatted(members.size()))
                : Optional.empty();
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
}
