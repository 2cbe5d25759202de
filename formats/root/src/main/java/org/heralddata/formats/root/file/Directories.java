package org.heralddata.formats.root.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds all objects of a file; of several of one name the newest. A directory that holds itself is entered once. */
final class Directories {
    private static final int DEEPEST = 64;
    private static final int MOST_OBJECTS = 1_000_000;

    private final Source source;
    private final Set<Long> seen = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();

    private Directories(Source source) {
        this.source = source;
    }

    /** @param top byte of the record of the top directory */
    static List<Entry> walk(Source source, long top) {
        var walk = new Directories(source);
        walk.enter("", top, 0);
        return List.copyOf(walk.entries);
    }

    private void enter(String path, long position, int depth) {
        if (depth > DEEPEST) {
            throw RootFormatException.broken(position, "directories lie more than %d deep".formatted(DEEPEST));
        }
        if (!seen.add(position)) {
            return;
        }
        DirectoryRecord record = DirectoryRecord.read(source, position);
        for (Entry entry : newest(path, record.keys(source))) {
            if (entries.size() >= MOST_OBJECTS) {
                throw RootFormatException.unsupported("it holds more than %d objects".formatted(MOST_OBJECTS));
            }
            entries.add(entry);
            if (entry.key().isDirectory()) {
                enter(entry.path(), entry.key().seek() + entry.key().keyLength(), depth + 1);
            }
        }
    }

    private static List<Entry> newest(String path, List<Key> keys) {
        Map<String, Entry> byName = new LinkedHashMap<>();
        for (Key key : keys) {
            String place = path.isEmpty() ? key.name() : path + "/" + key.name();
            byName.merge(
                    key.name(),
                    new Entry(place, key, 1),
                    (a, b) -> new Entry(
                            place, a.key().cycle() >= b.key().cycle() ? a.key() : b.key(), a.cycles() + b.cycles()));
        }
        return List.copyOf(byName.values());
    }
}
