package org.heralddata.formats.corsika;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.rows.Layouts;
import org.heralddata.spi.rows.RowBuilder;
import org.heralddata.spi.rows.StepCursor;

/** A {@code .long} file: particle numbers and energy deposit by depth, and the curves fitted to them. */
final class LongFile implements TableFile {
    private static final String NUMBERS = "longitudinal";
    private static final String ENERGY = "energy_deposit";
    private static final String FIT = "fit";

    private final Path path;
    private final SequencedMap<String, String> metadata = new LinkedHashMap<>();

    private LongFile(Path path) {
        this.path = path;
    }

    static LongFile open(Path path) throws IOException {
        LongFile file = new LongFile(path);
        try (LongWalk walk = new LongWalk(new Lines(Bytes.open(path)))) {
            if (walk.next() instanceof LongWalk.Row row) {
                file.metadata.put("depth", row.profile().depth());
                file.metadata.put("step", row.profile().step() + " g.cm-2");
            }
        }
        return file;
    }

    @Override
    public SequencedMap<String, String> metadata() {
        return Collections.unmodifiableSequencedMap(metadata);
    }

    @Override
    public List<SourceTable> tables() {
        return List.of(table(NUMBERS), table(ENERGY), table(FIT));
    }

    private static SourceTable table(String name) {
        return new SourceTable(name, OptionalLong.empty(), Layouts.columns(layout(name)), new LinkedHashMap<>());
    }

    private static List<Layouts.Field> layout(String name) {
        return Objects.requireNonNull(
                Layouts.of(LongFile.class, "layouts.txt").get(name.equals(NUMBERS) ? "profile" : name));
    }

    @Override
    public List<Diagnostic> notices() {
        return List.of();
    }

    @Override
    public TableCursor read(String name, List<String> columns) throws IOException {
        if (tables().stream().noneMatch(t -> t.name().equals(name))) {
            throw new IllegalArgumentException("no table " + name);
        }
        RowBuilder rows = new RowBuilder(Layouts.columns(layout(name)), columns);
        return new Cursor(new LongWalk(new Lines(Bytes.open(path))), name, rows);
    }

    @Override
    public void close() {
        // every cursor has its own stream
    }

    private static final class Cursor extends StepCursor {
        private final LongWalk walk;
        private final String table;
        private final RowBuilder rows;

        Cursor(LongWalk walk, String table, RowBuilder rows) {
            super(rows);
            this.walk = walk;
            this.table = table;
            this.rows = rows;
        }

        @Override
        protected boolean step() throws IOException {
            switch (walk.next()) {
                case null -> {
                    return false;
                }
                case LongWalk.Row(var profile, var values) -> {
                    if (table.equals(profile.energy() ? ENERGY : NUMBERS)) {
                        add(profile.shower(), 1, values);
                    }
                }
                case LongWalk.Fit(var shower, var fitted, var values) -> {
                    if (table.equals(FIT)) {
                        rows.put(1, fitted);
                        add(shower, 2, values);
                    }
                }
            }
            return true;
        }

        private void add(long shower, int from, double[] values) {
            rows.put(0, shower);
            for (int i = 0; i < values.length; i++) {
                rows.put(from + i, values[i]);
            }
            rows.endRow();
        }

        @Override
        public void close() throws IOException {
            walk.close();
        }
    }
}
