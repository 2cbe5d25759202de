package org.heralddata.formats.root;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.heralddata.formats.root.file.RootFile;
import org.heralddata.formats.root.streamer.StreamerCatalogue;
import org.heralddata.formats.root.table.Notices;
import org.heralddata.formats.root.table.ObjectTable;
import org.heralddata.formats.root.table.OpenFile;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.jspecify.annotations.Nullable;

/** An open ROOT file as tables. */
final class RootTableFile implements TableFile {
    private final RootBorder border;
    private final RootFile file;
    private final Notices notices;
    private final Contents contents;

    private RootTableFile(RootBorder border, RootFile file, Notices notices, Contents contents) {
        this.border = border;
        this.file = file;
        this.notices = notices;
        this.contents = contents;
    }

    static RootTableFile open(Path path) throws IOException {
        var border = new RootBorder(path.toString());
        return border.guard(null, () -> {
            RootFile file = RootFile.open(path);
            try {
                var notices = new Notices(path.toString());
                var contents = Contents.of(new OpenFile(file, StreamerCatalogue.of(file), notices));
                return new RootTableFile(border, file, notices, contents);
            } catch (RuntimeException e) {
                file.close();
                throw e;
            }
        });
    }

    @Override
    public SequencedMap<String, String> metadata() {
        return Collections.unmodifiableSequencedMap(contents.metadata());
    }

    @Override
    public List<SourceTable> tables() {
        return contents.tables().stream().map(ObjectTable::described).toList();
    }

    @Override
    public List<Diagnostic> notices() {
        return notices.all();
    }

    @Override
    public TableCursor read(String name, List<String> columns) throws IOException {
        ObjectTable table = contents.tables().stream()
                .filter(t -> t.described().name().equals(name))
                .findFirst()
                .orElseThrow(() -> missing(name));
        List<String> known =
                table.described().columns().stream().map(Column::name).toList();
        for (String column : columns) {
            if (!known.contains(column)) {
                throw new IllegalArgumentException("no column " + column + " in " + name);
            }
        }
        List<String> wanted = columns.isEmpty() ? known : columns;
        return border.guard(name, () -> new Guarded(border, name, table.read(wanted)));
    }

    /** A table that was left out is the file's fault, any other unknown name the caller's. */
    private RuntimeException missing(String name) {
        return notices.all().stream()
                .filter(n -> n.location() instanceof Location.InFile in && name.equals(in.path()))
                .findFirst()
                .<RuntimeException>map(Refusal::new)
                .orElseGet(() -> new IllegalArgumentException("no table " + name));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A cursor whose complaints are refusals. */
    private record Guarded(RootBorder border, String table, TableCursor inner) implements TableCursor {
        @Override
        public @Nullable Batch next() throws IOException {
            return border.guard(table, () -> Optional.ofNullable(inner.next())).orElse(null);
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }
}
