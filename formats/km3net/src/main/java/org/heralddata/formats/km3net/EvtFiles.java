package org.heralddata.formats.km3net;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.heralddata.spi.TableFile;

/** Event lists as tables; the run's own lines are metadata. */
final class EvtFiles {
    private static final int MOST_FACTS = 1000;

    private EvtFiles() {}

    static TableFile open(Path path) throws IOException {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        try (EvtWalk walk = new EvtWalk(new Lines(Bytes.open(path)))) {
            EvtWalk.Line line = walk.next();
            if (line == null) {
                throw Place.of(path).refusal(Km3netCode.BROKEN, 0, "this is no event list: it is empty");
            }
            for (; line != null && walk.inHeader() && !line.endsEvent(); line = walk.next()) {
                if (facts.size() < MOST_FACTS || facts.containsKey(line.tag())) {
                    facts.merge(line.tag(), line.text(), (first, next) -> first + "; " + next);
                }
            }
        }
        SequencedMap<String, String> tables = new LinkedHashMap<>();
        for (String table : new String[] {"events", "tracks", "hits", "others"}) {
            tables.put(table, "evt_" + table);
        }
        return new WalkFile(
                facts, tables, (table, rows) -> new EvtCursor(new EvtWalk(new Lines(Bytes.open(path))), table, rows));
    }
}
