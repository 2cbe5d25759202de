package org.heralddata.formats.root.ntuple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.heralddata.model.table.Column;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;

/** An RNTuple as a table. */
final class NTupleTable {
    private final NTuple ntuple;
    private final PageSource source;
    private final SourceTable described;
    private final Map<String, Cells> cells = new LinkedHashMap<>();

    NTupleTable(String path, NTuple ntuple, PageSource source) {
        this.ntuple = ntuple;
        this.source = source;
        var columns = new ArrayList<Column>();
        for (PlannedColumn planned : ntuple.columns()) {
            String name = planned.name();
            for (int n = 2; cells.putIfAbsent(name, planned.cells()) != null; n++) {
                name = planned.name() + "#" + n;
            }
            String description = planned.description().isBlank() ? null : planned.description();
            columns.add(new Column(name, planned.cells().type(), planned.cells().shape(), null, null, description));
        }
        var metadata = new LinkedHashMap<String, String>();
        if (!ntuple.description().isBlank()) {
            metadata.put("description", ntuple.description());
        }
        metadata.put("writer", ntuple.writer());
        metadata.put("rntuple_version", ntuple.version());
        described = new SourceTable(path, OptionalLong.of(ntuple.entries()), columns, metadata);
    }

    public SourceTable described() {
        return described;
    }

    public TableCursor read(List<String> columns) {
        List<Cells> wanted = columns.stream()
                .map(name -> {
                    Cells known = cells.get(name);
                    if (known == null) {
                        throw new IllegalArgumentException("no column " + name);
                    }
                    return known;
                })
                .toList();
        return new NTupleCursor(ntuple, source, wanted);
    }
}
