package org.heralddata.formats.root.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.heralddata.formats.root.streamer.RootObject;
import org.heralddata.formats.root.table.Notes;
import org.heralddata.formats.root.table.ObjectTable;
import org.heralddata.formats.root.table.OpenFile;
import org.heralddata.model.table.Column;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.jspecify.annotations.Nullable;

/** A tree as a table. */
final class TreeTable implements ObjectTable {
    private final OpenFile file;
    private final SourceTable described;
    private final List<Branch> all;
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** Which column of which branch. */
    record Place(PlannedBranch branch, int column) {}

    /** @param all branches of the tree, those too that are not read */
    TreeTable(
            OpenFile file, String path, RootObject tree, long entries, List<PlannedBranch> branches, List<Branch> all) {
        this.file = file;
        this.all = all;
        var columns = new ArrayList<Column>();
        Set<String> taken = new HashSet<>();
        for (PlannedBranch branch : branches) {
            for (int c = 0; c < branch.columns().size(); c++) {
                Column column = branch.columns().get(c);
                String name = column.name();
                for (int n = 2; !taken.add(name); n++) {
                    name = column.name() + "#" + n;
                }
                columns.add(new Column(
                        name, column.type(), column.shape(), column.unit(), column.ucd(), column.description()));
                places.put(name, new Place(branch, c));
            }
        }
        var metadata = new LinkedHashMap<String, String>();
        if (!tree.text("fTitle").isBlank() && !tree.text("fTitle").equals(tree.text("fName"))) {
            metadata.put("title", tree.text("fTitle"));
        }
        for (Object note : tree.list("fUserInfo")) {
            if (note instanceof RootObject object) {
                Notes.of("", object).forEach(metadata::putIfAbsent);
            }
        }
        described = new SourceTable(path, OptionalLong.of(entries), columns, metadata);
    }

    @Override
    public SourceTable described() {
        return described;
    }

    @Override
    public TableCursor read(List<String> columns) {
        List<Place> wanted = columns.stream().map(places::get).toList();
        return new TreeCursor(this, described.rows().orElse(0), wanted);
    }

    /** A reader of a branch, with its counter where baskets do not tell where entries begin. */
    BranchReader reader(Branch branch, BasketLoader loader, ReadAhead ahead) {
        BranchDecoder decoder = new BranchPlanner(file.classes()).plan(branch).decoder();
        return new BranchReader(branch, decoder, loader, ahead, counts(branch, loader, ahead));
    }

    BasketLoader loader() {
        return new BasketLoader(file.file());
    }

    private @Nullable EntryCounts counts(Branch branch, BasketLoader loader, ReadAhead ahead) {
        if (branch.leaves().size() != 1) {
            return null;
        }
        Leaf leaf = branch.leaves().getFirst();
        String counter = leaf.counter();
        int width = EntryWidths.of(branch, leaf);
        if (counter == null || width == 0) {
            return null;
        }
        return all.stream()
                .filter(b ->
                        b.leaves().size() == 1 && b.leaves().getFirst().name().equals(counter))
                .filter(b -> b.branches().isEmpty() && b.leaves().getFirst().counter() == null)
                .findFirst()
                .map(b -> new EntryCounts(reader(b, loader, ahead), width))
                .orElse(null);
    }
}
