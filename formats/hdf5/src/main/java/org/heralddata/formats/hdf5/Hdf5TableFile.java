package org.heralddata.formats.hdf5;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import org.heralddata.formats.hdf5.file.HdfFile;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;

/** An open HDF5 file as tables. */
final class Hdf5TableFile implements TableFile {
    private final Border border;
    private final HdfFile file;
    private final SequencedMap<String, String> metadata;
    private final List<PlannedTable> tables;
    private final List<Diagnostic> notices;

    private Hdf5TableFile(Border border, HdfFile file, TablePlanner planner, List<Diagnostic> notices) {
        this.border = border;
        this.file = file;
        this.notices = notices;
        metadata = planner.metadata();
        tables = List.copyOf(planner.tables());
    }

    static Hdf5TableFile open(Path path) throws IOException {
        var border = new Border(path.toString());
        return border.guard(null, () -> {
            HdfFile file = HdfFile.open(path);
            try {
                List<Diagnostic> notices = new ArrayList<>();
                Branch root = new TreeWalk(file, border, notices).walk();
                var planner = new TablePlanner(new PlanContext(file, border, notices));
                planner.plan(root);
                return new Hdf5TableFile(border, file, planner, notices);
            } catch (RuntimeException e) {
                file.close();
                throw e;
            }
        });
    }

    @Override
    public SequencedMap<String, String> metadata() {
        return Collections.unmodifiableSequencedMap(metadata);
    }

    @Override
    public List<SourceTable> tables() {
        return tables.stream().map(PlannedTable::described).toList();
    }

    @Override
    public List<Diagnostic> notices() {
        return List.copyOf(notices);
    }

    @Override
    public TableCursor read(String name, List<String> columns) throws IOException {
        PlannedTable table =
                tables.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow(() -> missing(name));
        List<PlannedColumn> wanted = columns.isEmpty()
                ? table.columns()
                : columns.stream().map(c -> column(table, c)).toList();
        return border.guard(name, () -> new Hdf5Cursor(border, table, wanted, file.heap()));
    }

    /** Where each column of a table lies: the path of its dataset, then the member of a compound after {@code #}. */
    List<String> places(String name) {
        return tables.stream()
                .filter(t -> t.name().equals(name))
                .flatMap(t -> t.columns().stream())
                .map(c -> c.dataset().path()
                        + (c.field().name().isEmpty() ? "" : "#" + c.field().name()))
                .toList();
    }

    private static PlannedColumn column(PlannedTable table, String name) {
        return table.columns().stream()
                .filter(c -> c.column().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name + " in " + table.name()));
    }

    /** A table that was left out is the file's fault, any other unknown name the caller's. */
    private RuntimeException missing(String name) {
        return notices.stream()
                .filter(n -> n.location() instanceof Location.InFile in && name.equals(in.path()))
                .findFirst()
                .<RuntimeException>map(Refusal::new)
                .orElseGet(() -> new IllegalArgumentException("no table " + name));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
