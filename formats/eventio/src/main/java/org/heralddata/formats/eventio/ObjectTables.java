package org.heralddata.formats.eventio;

import java.util.ArrayList;
import java.util.List;

/** All tables that an EventIO file can have, new for each pass through it. */
final class ObjectTables {

    private ObjectTables() {}

    /** In the order in which a user wants them: what is there, showers, light, events, then all else. */
    static List<ObjectTable> all() {
        List<ObjectTable> tables = new ArrayList<>();
        tables.add(new ObjectsTable());
        tables.add(new WordTable("corsika_runs", WordTable.RUN, WordTable.RUN_END));
        tables.add(new WordTable("corsika_events", WordTable.EVENT, WordTable.EVENT_END));
        for (BunchTable.Kind kind : BunchTable.Kind.values()) {
            tables.add(new BunchTable(kind));
        }
        tables.add(new PhotoElectronTable());
        tables.add(AdcTable.sums());
        tables.add(AdcTable.samples());
        tables.add(new PixelTimingTable());
        tables.add(new HistogramTable());
        for (FieldLayout layout : FieldLayout.all()) {
            tables.add(new FieldTable(layout));
        }
        return tables;
    }

    static ObjectTable named(String name) {
        return all().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + name));
    }
}
