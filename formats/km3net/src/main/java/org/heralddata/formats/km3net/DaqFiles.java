package org.heralddata.formats.km3net;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.rows.RowBuilder;
import org.heralddata.spi.rows.StepCursor;

/** Streams of the data acquisition as tables. */
final class DaqFiles {

    /** Items looked at to find out which tables a stream has. */
    private static final int LOOKED_AT = 10_000;

    private static final List<String> ALL = List.of(
            "slices",
            "summary_frames",
            "timeslice_frames",
            "timeslice_hits",
            "events",
            "triggered_hits",
            "snapshot_hits",
            "monitoring",
            "packets",
            "packet_hits");

    private DaqFiles() {}

    static TableFile open(Path path) throws IOException {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        SequencedSet<String> found = new LinkedHashSet<>();
        try (DaqWalk walk = new DaqWalk(Bytes.open(path))) {
            DaqItem item = walk.next();
            for (int i = 0; item != null && i < LOOKED_AT; i++, item = walk.next()) {
                found.addAll(tablesOf(item));
                describe(item, facts);
            }
        }
        SequencedMap<String, String> tables = new LinkedHashMap<>();
        for (String table : ALL) {
            if (found.contains(table)) {
                tables.put(table, table);
            }
        }
        if (tables.isEmpty()) {
            throw Place.of(path).refusal(Km3netCode.BROKEN, 0, "this is no stream of data: it is empty");
        }
        return new WalkFile(facts, tables, (table, rows) -> new Cursor(new DaqWalk(Bytes.open(path)), table, rows));
    }

    private static List<String> tablesOf(DaqItem item) {
        return switch (item) {
            case DaqItem.Slice slice ->
                slice.kind().equals("summary")
                        ? List.of("slices", "summary_frames")
                        : List.of("slices", "timeslice_frames", "timeslice_hits");
            case DaqItem.Event event -> List.of("events", "triggered_hits", "snapshot_hits");
            case DaqItem.Packet packet ->
                packet.tag().equals("TMCH") ? List.of("monitoring") : List.of("packets", "packet_hits");
            case DaqItem.SummaryFrame frame -> List.of();
            case DaqItem.Frame frame -> List.of();
        };
    }

    private static void describe(DaqItem item, SequencedMap<String, String> facts) {
        DaqHeader header = switch (item) {
            case DaqItem.Slice slice -> slice.header();
            case DaqItem.Event event -> event.header();
            case DaqItem.Packet packet -> null;
            case DaqItem.SummaryFrame frame -> null;
            case DaqItem.Frame frame -> null;
        };
        if (header != null) {
            facts.putIfAbsent("detector_id", Integer.toString(header.detector()));
            facts.putIfAbsent("run", Integer.toString(header.run()));
        }
    }

    private static final class Cursor extends StepCursor {
        private final DaqWalk walk;
        private final String table;
        private final RowBuilder rows;

        Cursor(DaqWalk walk, String table, RowBuilder rows) {
            super(rows);
            this.walk = walk;
            this.table = table;
            this.rows = rows;
        }

        @Override
        protected boolean step() throws IOException {
            DaqItem item = walk.next();
            if (item == null) {
                return false;
            }
            DaqRows.add(item, table, rows);
            return true;
        }

        @Override
        public void close() throws IOException {
            walk.close();
        }
    }
}
