package org.heralddata.formats.ksy.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.heralddata.formats.ksy.run.ByteStream;
import org.heralddata.formats.ksy.run.Peek;
import org.heralddata.formats.ksy.run.Program;
import org.heralddata.formats.ksy.run.Run;
import org.heralddata.formats.ksy.run.Struct;
import org.heralddata.formats.ksy.run.Walk;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;

/** A data file read by a description. For one thread. */
public final class KsyTableFile implements TableFile {
    private final Path file;
    private final Program program;
    private final Reading reading;
    private final Data data;
    private final List<TablePlan> plans;
    private final SequencedMap<String, String> metadata = new LinkedHashMap<>();
    private final Set<Diagnostic> notices = new LinkedHashSet<>();
    private boolean closed;

    /**
     * How to read.
     *
     * @param arguments     of the parameters of the whole file
     * @param labels        enumerations as texts
     * @param outer         columns of the rows around, too
     * @param secondsForRow how long a row may take
     */
    public record Reading(String arguments, boolean labels, boolean outer, int secondsForRow) {}

    /** @param about what to tell of the description itself */
    public KsyTableFile(
            Path file, boolean gzipped, Program program, Reading reading, SequencedMap<String, String> about)
            throws IOException {
        this.file = file;
        this.program = program;
        this.reading = reading;
        Layout.Found layout = Layout.of(program.main(), reading.labels(), reading.outer());
        this.plans = layout.tables();
        notices.addAll(program.warnings());
        notices.addAll(layout.notices());
        if (plans.isEmpty()) {
            throw new Refusal(Diagnostic.error(
                            KsyCode.NO_TABLE,
                            "the description `%s` gives no column"
                                    .formatted(program.main().name()),
                            new Location.InFile(file.toString(), null, -1))
                    .helped("it needs fields of numbers, texts or bytes"));
        }
        try {
            this.data = Data.open(file, gzipped);
        } catch (Failure failure) {
            throw failure.refusal(file);
        }
        try {
            metadata.putAll(about);
            Struct whole = begin();
            Peek.start(whole);
            metadata.putAll(Metadata.of(whole, plans));
        } catch (Failure failure) {
            data.close();
            throw failure.refusal(file);
        } catch (RuntimeException failed) {
            data.close();
            throw failed;
        }
    }

    private Struct begin() {
        return program.begin(
                ByteStream.ofFile(data.bytes()),
                new Run(reading.secondsForRow(), data.bytes().byteSize()),
                reading.arguments());
    }

    @Override
    public SequencedMap<String, String> metadata() {
        return Collections.unmodifiableSequencedMap(metadata);
    }

    @Override
    public List<SourceTable> tables() {
        var tables = new ArrayList<SourceTable>();
        for (TablePlan plan : plans) {
            var about = new LinkedHashMap<String, String>();
            if (!plan.doc().isBlank()) {
                about.put("description", plan.doc().strip());
            }
            tables.add(new SourceTable(
                    plan.name(),
                    plan.path().isEmpty() ? OptionalLong.of(1) : OptionalLong.empty(),
                    plan.columns().stream().map(ColumnPlan::column).toList(),
                    about));
        }
        return List.copyOf(tables);
    }

    @Override
    public List<Diagnostic> notices() {
        return List.copyOf(notices);
    }

    @Override
    public TableCursor read(String table, List<String> columns) {
        TablePlan plan = plans.stream()
                .filter(p -> p.name().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + table));
        List<ColumnPlan> wanted = columns.isEmpty()
                ? plan.columns()
                : columns.stream().map(name -> column(plan, name)).toList();
        try {
            Walk walk = new Walk(begin(), plan.path());
            return new Rows(file, plan, wanted, walk, notices::add, this::check);
        } catch (Failure failure) {
            throw failure.refusal(file);
        }
    }

    private static ColumnPlan column(TablePlan plan, String name) {
        Optional<ColumnPlan> found = plan.columns().stream()
                .filter(c -> c.column().name().equals(name))
                .findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("no column " + name + " in " + plan.name()));
    }

    private void check() {
        if (closed) {
            throw new IllegalStateException("the file is closed");
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            data.close();
        }
    }
}
