package org.heralddata.formats.root.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heralddata.formats.root.file.Entry;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.streamer.ObjectReader;
import org.heralddata.formats.root.streamer.RootObject;
import org.heralddata.formats.root.table.ObjectTable;
import org.heralddata.formats.root.table.OpenFile;
import org.heralddata.formats.root.table.RootCode;
import org.heralddata.formats.root.table.TableKind;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Severity;

/** Trees: {@code TTree} and what is one under another name. */
public final class TreeKind implements TableKind {
    private static final Set<String> CLASSES = Set.of("TTree", "TNtuple", "TNtupleD", "TChain");

    @Override
    public boolean knows(String className) {
        return CLASSES.contains(className);
    }

    @Override
    public Optional<ObjectTable> open(OpenFile file, Entry entry) {
        RootObject tree = new ObjectReader(file.classes())
                .read(file.file().payload(entry.key()), entry.key().className());
        if (tree.isOpaque()) {
            throw RootFormatException.unsupported("the file does not describe its version of `%s`"
                    .formatted(entry.key().className()));
        }
        long entries = tree.integer("fEntries");
        if (entries < 0) {
            throw RootFormatException.broken(entry.key().seek(), "a tree of %d entries".formatted(entries));
        }
        friends(file, entry, tree);
        List<Branch> all = flat(Branch.of(tree));
        var planning = new TreePlanning(file, entry.path(), entries);
        List<PlannedBranch> branches =
                all.stream().flatMap(b -> planning.plan(b).stream()).toList();
        planning.tell();
        if (branches.isEmpty()) {
            file.notices().leftOut(entry.path(), "`%s` is left out: no branch of it is read".formatted(entry.path()));
            return Optional.empty();
        }
        return Optional.of(new TreeTable(file, entry.path(), tree, entries, branches, all));
    }

    /** All branches, each before those below it. */
    private static List<Branch> flat(List<Branch> branches) {
        var flat = new ArrayList<Branch>();
        for (Branch branch : branches) {
            flat.add(branch);
            flat.addAll(flat(branch.branches()));
        }
        return flat;
    }

    private static void friends(OpenFile file, Entry entry, RootObject tree) {
        for (Object listed : tree.list("fFriends")) {
            if (listed instanceof RootObject friend) {
                String other = friend.text("fTitle");
                String where = other.isEmpty() ? "this file" : "`%s`".formatted(other);
                file.notices()
                        .add(new Diagnostic(
                                Severity.NOTE,
                                RootCode.FRIEND,
                                "`%s` has the friend `%s` in %s, whose columns are not among its own"
                                        .formatted(entry.path(), friend.text("fTreeName"), where),
                                new Location.InFile(file.notices().file(), entry.path(), -1),
                                null,
                                "read that tree as a table of its own"));
            }
        }
    }
}
