package org.heralddata.formats.root.ntuple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.heralddata.formats.root.cells.AxisTitle;
import org.heralddata.formats.root.file.Source;
import org.heralddata.formats.root.table.ObjectTable;
import org.heralddata.model.table.Column;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;

/** An RNTuple as a table. */
final class NTupleTable implements ObjectTable {
    private final NTuple ntuple;
    private final Source source;
    private final SourceTable described;
    private final Map<String, Cells> cells = new LinkedHashMap<>();

    NTupleTable(String path, NTuple ntuple, Source source) {
        this.ntuple = ntuple;
        this.source = source;
        var columns = new ArrayList<Column>();
        for (PlannedColumn planned : ntuple.columns()) {
            Column column = column(planned);
            String name = column.name();
            for (int n = 2; cells.putIfAbsent(name, planned.cells()) != null; n++) {
                name = column.name() + "#" + n;
            }
            columns.add(
                    new Column(name, column.type(), column.shape(), column.unit(), column.ucd(), column.description()));
        }
        var metadata = new LinkedHashMap<String, String>();
        if (!ntuple.description().isBlank()) {
            metadata.put("description", ntuple.description());
        }
        metadata.put("writer", ntuple.writer());
        metadata.put("rntuple_version", ntuple.version());
        described = new SourceTable(path, OptionalLong.of(ntuple.entries()), columns, metadata);
    }

    private Column column(PlannedColumn planned) {
        Column plain = Column.of(planned.name(), planned.cells().type())
                .withShape(planned.cells().shape());
        if (ntuple.writer().startsWith(Annotations.WRITER)) {
            return Annotations.read(plain, planned.description());
        }
        return planned.description().isBlank()
                ? plain
                : plain.withDescription(planned.description()).withUnit(AxisTitle.unit(planned.description()));
    }

    @Override
    public SourceTable described() {
        return described;
    }

    @Override
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
        return new NTupleCursor(ntuple, new PageSource(source), wanted);
    }
}
