package org.heralddata.formats.root.cells;

import java.util.List;
import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.file.RootFormatException;
import org.jspecify.annotations.Nullable;

/** Containers: a count and so many elements. */
final class ListNode extends Node implements Memberwise {
    private final Node element;
    private final Lists lists;

    ListNode(Node element, Lists lists) {
        this.element = element;
        this.lists = lists;
    }

    @Override
    public void read(RootBuffer in, int count) {
        for (int i = 0; i < count; i++) {
            int elements = in.count(Math.max(1, element.least()));
            element.read(in, elements);
            lists.close();
        }
    }

    @Override
    public void passVersion(RootBuffer in) {
        record().passVersion(in);
    }

    @Override
    public void readMemberwise(RootBuffer in) {
        int elements = in.count(1);
        record().readMembers(in, elements);
        lists.close();
    }

    private RecordNode record() {
        if (element instanceof RecordNode record) {
            return record;
        }
        throw RootFormatException.unsupported("a container of no objects kept member by member");
    }

    @Override
    int least() {
        return 4;
    }

    /**
     * The lists that end when a container does: those of all columns within.
     *
     * @param level of the container in each of its columns; null if it is the row itself
     */
    record Lists(List<Cells> columns, @Nullable Integer level) {
        void close() {
            if (level != null) {
                for (Cells cells : columns) {
                    cells.close(level);
                }
            }
        }
    }
}
