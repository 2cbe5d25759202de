package org.heralddata.store.release;

import java.util.List;
import java.util.Map;
import org.heralddata.store.TableScan.ScanColumn;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a release are read; kept beside the release.
 *
 * @param tables by name
 */
record StoredLayout(Map<String, StoredTableLayout> tables) {

    StoredLayout {
        tables = Map.copyOf(tables);
    }

    /** @param files in the order of the release's */
    record StoredTableLayout(List<ScanColumn> columns, List<SortKeys> files) {

        StoredTableLayout {
            columns = List.copyOf(columns);
            files = List.copyOf(files);
        }
    }

    /** @param path relative to the warehouse, as in the release */
    record SortKeys(
            String path, @Nullable Long min, @Nullable Long max) {}
}
