package org.heralddata.formats.eventio;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.rows.RowBuilder;

/** An EventIO file. Each table is one pass through the file. */
final class EventioFile implements TableFile {

    /** Bytes looked at to find out which tables a file has. */
    private static final long LOOKED_AT = 32L << 20;

    /** Objects that mark begin and end of others, or are told as metadata of the file. */
    private static final Set<Integer> OF_THE_WHOLE = Set.of(71, 72, 75, 1213, 1214);

    private final Path path;
    private final SequencedMap<String, String> metadata = new LinkedHashMap<>();

    /** Where the last object of each lies, as far as that is known. */
    private final SequencedMap<String, Long> tables = new LinkedHashMap<>();

    private final List<Diagnostic> notices = new ArrayList<>();
    private final Set<List<Integer>> told = new HashSet<>();

    private EventioFile(Path path) {
        this.path = path;
    }

    static EventioFile open(Path path) throws IOException {
        EventioFile file = new EventioFile(path);
        try (ObjectWalk walk = ObjectWalk.open(path)) {
            file.look(walk);
        }
        return file;
    }

    private void look(ObjectWalk walk) throws IOException {
        List<ObjectTable> all = ObjectTables.all();
        Map<String, Long> found = new HashMap<>();
        boolean telescopes = false;
        Header header = walk.next();
        if (header == null) {
            throw walk.place().refusal(EventioCode.BROKEN, 0, "this is no EventIO file: it is empty");
        }
        metadata.put("byte_order", header.order() == ByteOrder.LITTLE_ENDIAN ? "little-endian" : "big-endian");
        for (; header != null && header.offset() < LOOKED_AT; header = walk.next()) {
            for (ObjectTable table : all) {
                if (table.isOf(header)) {
                    found.put(table.name(), header.offset());
                }
            }
            tellIfUnread(header, all);
            telescopes |= header.type() >= 2000;
            Facts.add(header, walk, metadata);
        }
        boolean whole = header == null;
        metadata.putFirst("content", telescopes ? "sim_telarray" : "CORSIKA IACT");
        for (ObjectTable table : all) {
            boolean may =
                    telescopes || table.isOf(header(1205)) || table.isOf(header(1202)) || table.isOf(header(1211));
            if (found.containsKey(table.name()) || (!whole && may)) {
                tables.put(table.name(), whole ? found.getOrDefault(table.name(), 0L) : Long.MAX_VALUE);
            }
        }
    }

    private void tellIfUnread(Header header, List<ObjectTable> all) {
        boolean read = header.container()
                || OF_THE_WHOLE.contains(header.type())
                || all.stream().anyMatch(t -> !(t instanceof ObjectsTable) && t.isOf(header));
        if (!read && told.add(List.of(header.family()))) {
            notices.add(Diagnostic.warning(
                    EventioCode.LEFT_OUT,
                    "objects of type %d (%s) are left out: no table is made of them"
                            .formatted(header.type(), TypeNames.of(header)),
                    new Location.InFile(path.toString(), null, header.offset())));
        }
    }

    private static Header header(int type) {
        return new Header(type, 0, 0, false, 0, 0, ByteOrder.LITTLE_ENDIAN, 0);
    }

    @Override
    public SequencedMap<String, String> metadata() {
        return Collections.unmodifiableSequencedMap(metadata);
    }

    @Override
    public List<SourceTable> tables() {
        return tables.keySet().stream()
                .map(name -> new SourceTable(
                        name, OptionalLong.empty(), ObjectTables.named(name).columns(), new LinkedHashMap<>()))
                .toList();
    }

    @Override
    public List<Diagnostic> notices() {
        return List.copyOf(notices);
    }

    @Override
    public TableCursor read(String name, List<String> columns) throws IOException {
        Long last = tables.get(name);
        if (last == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        ObjectTable table = ObjectTables.named(name);
        RowBuilder rows = new RowBuilder(table.columns(), columns);
        return new ObjectCursor(ObjectWalk.open(path), table, rows, header -> leaveOut(name, header), last);
    }

    /** Told once a type and version. */
    private void leaveOut(String table, Header header) {
        if (told.add(List.of(header.family(), header.version()))) {
            notices.add(Diagnostic.warning(
                    EventioCode.LEFT_OUT,
                    "objects of type %d (%s), version %d are left out: this layout is not read"
                            .formatted(header.type(), TypeNames.of(header), header.version()),
                    new Location.InFile(path.toString(), table, header.offset())));
        }
    }

    @Override
    public void close() {
        // every cursor has its own stream
    }
}
