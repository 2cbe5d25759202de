package org.heralddata.formats.root;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.heralddata.formats.root.file.Entry;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.histogram.HistogramKind;
import org.heralddata.formats.root.ntuple.NTupleKind;
import org.heralddata.formats.root.streamer.ObjectReader;
import org.heralddata.formats.root.streamer.RootObject;
import org.heralddata.formats.root.table.Notes;
import org.heralddata.formats.root.table.ObjectTable;
import org.heralddata.formats.root.table.OpenFile;
import org.heralddata.formats.root.table.RootCode;
import org.heralddata.formats.root.table.TableKind;
import org.heralddata.formats.root.tree.TreeKind;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;

/**
 * What a file holds: tables, by the {@link TableKind}s known here, and words as metadata. What is neither is named in a
 * notice, one a class.
 *
 * @param tables   in the file's order
 * @param metadata by path
 */
record Contents(List<ObjectTable> tables, SequencedMap<String, String> metadata) {
    private static final List<TableKind> KINDS = List.of(new TreeKind(), new NTupleKind(), new HistogramKind());
    private static final Set<String> SILENT = Set.of("TDirectory", "TDirectoryFile", "TProcessID");
    private static final int NAMED = 5;

    static Contents of(OpenFile file) {
        var contents = new Contents(new ArrayList<>(), new LinkedHashMap<>());
        Map<String, List<String>> leftOut = new LinkedHashMap<>();
        for (Entry entry : file.file().entries()) {
            String className = entry.key().className();
            Optional<TableKind> kind =
                    KINDS.stream().filter(k -> k.knows(className)).findFirst();
            if (kind.isPresent()) {
                contents.table(file, entry, kind.get());
            } else if (!SILENT.contains(className) && !contents.note(file, entry)) {
                leftOut.computeIfAbsent(className, name -> new ArrayList<>()).add(entry.path());
            }
        }
        leftOut.forEach((className, paths) -> tell(file, className, paths));
        return contents;
    }

    private void table(OpenFile file, Entry entry, TableKind kind) {
        if (entry.cycles() > 1) {
            file.notices()
                    .add(Diagnostic.warning(
                            RootCode.CYCLES,
                            "`%s` is kept %d times; the newest (cycle %d) is read"
                                    .formatted(
                                            entry.path(),
                                            entry.cycles(),
                                            entry.key().cycle()),
                            new Location.InFile(
                                    file.notices().file(),
                                    entry.path(),
                                    entry.key().seek())));
        }
        try {
            kind.open(file, entry).ifPresent(tables::add);
        } catch (RootFormatException e) {
            if (e.kind() == RootFormatException.Kind.UNSUPPORTED) {
                file.notices().leftOut(entry.path(), "`%s` is left out: %s".formatted(entry.path(), e.reason()));
            } else {
                throw e.within(entry.path());
            }
        }
    }

    /** True if the object was read as metadata. */
    private boolean note(OpenFile file, Entry entry) {
        if (file.classes().versions(entry.key().className()).isEmpty()
                && !Simple.knows(entry.key().className())) {
            return false;
        }
        try {
            RootObject object = Simple.read(file, entry, new ObjectReader(file.classes()));
            SequencedMap<String, String> notes = Notes.of(entry.path(), object);
            notes.forEach(metadata::putIfAbsent);
            return !notes.isEmpty() || Notes.understands(object);
        } catch (RootFormatException e) {
            return false; // told with the others of its class
        }
    }

    private static void tell(OpenFile file, String className, List<String> paths) {
        String named = String.join("`, `", paths.subList(0, Math.min(NAMED, paths.size())));
        String more = paths.size() > NAMED ? " and %d more".formatted(paths.size() - NAMED) : "";
        file.notices()
                .leftOut(
                        paths.getFirst(),
                        "%s left out, being of the class `%s`: `%s`%s"
                                .formatted(paths.size() == 1 ? "an object is" : "objects are", className, named, more));
    }
}
