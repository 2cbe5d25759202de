package org.heralddata.formats.root.ntuple.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which values of a field are there: nothing as long as all are; from the first that is missing an index column, which is
 * then made for what came before, too.
 */
final class Presence {
    private final PageStore store;
    private final int most;
    private final List<Long> before = new ArrayList<>();
    private @Nullable PagedColumn index;
    private long present;

    Presence(PageStore store, int most) {
        this.store = store;
        this.most = most;
    }

    void present(int values) throws IOException {
        if (index != null) {
            index.addSteps(present, values);
        }
        present += values;
    }

    void missing() throws IOException {
        if (index == null) {
            index = begin();
        }
        index.add(present);
    }

    private PagedColumn begin() throws IOException {
        var column = new PagedColumn(Coding.SPLIT_INDEX64, store, most);
        for (long earlier : before) {
            column.addSteps(0, earlier);
            column.endCluster();
        }
        column.addSteps(0, present);
        return column;
    }

    void endCluster() throws IOException {
        if (index == null) {
            before.add(present);
        } else {
            index.endCluster();
        }
        present = 0;
    }

    /** Null if no value was missing. */
    @Nullable
    PagedColumn index() {
        return index;
    }
}
