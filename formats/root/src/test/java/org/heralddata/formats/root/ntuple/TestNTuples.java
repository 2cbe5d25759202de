package org.heralddata.formats.root.ntuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.formats.root.file.Entry;
import org.heralddata.formats.root.file.RootFile;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.spi.TableCursor;

/** Reads all RNTuples of a file without the reader around them. */
final class TestNTuples {

    private TestNTuples() {}

    /**
     * What a file holds.
     *
     * @param columns of all RNTuples
     * @param batches by column
     * @param leftOut names of fields and why they are not read
     */
    record Contents(List<Column> columns, Map<String, List<Batch>> batches, Map<String, String> leftOut) {}

    static Contents read(Path path) throws IOException {
        var contents = new Contents(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        try (RootFile file = RootFile.open(path);
                var source = new PageSource(file.source())) {
            for (Entry entry : file.entries()) {
                if (entry.key().className().equals(Anchor.CLASS)) {
                    NTuple ntuple = NTuple.read(file, entry, source, contents.leftOut::put);
                    read(new NTupleTable(entry.path(), ntuple, file.source()), contents);
                }
            }
        }
        return contents;
    }

    private static void read(NTupleTable table, Contents contents) throws IOException {
        for (Column column : table.described().columns()) {
            contents.columns.add(column);
            List<Batch> batches = new ArrayList<>();
            try (TableCursor cursor = table.read(List.of(column.name()))) {
                for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                    batches.add(batch);
                }
            }
            contents.batches.put(column.name(), batches);
        }
    }
}
