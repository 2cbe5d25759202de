package org.heralddata.ingest.table;

import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.ingest.source.DataPath;
import org.heralddata.spi.TableReader;

/**
 * How one file will be read.
 *
 * @param table    its name in the file
 * @param rows     empty if only reading on can tell
 * @param columns  one for each column that the descriptor publishes
 * @param metadata of the table, then of the file
 */
record FilePlan(
        DataPath file,
        TableReader reader,
        String table,
        OptionalLong rows,
        long bytes,
        List<FoundColumn> columns,
        SequencedMap<String, String> metadata) {}
