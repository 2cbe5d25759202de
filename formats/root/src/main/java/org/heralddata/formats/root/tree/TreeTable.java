package org.heralddata.formats.root.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Map<String, Wanted> wanted = new LinkedHashMap<>();

    /** Which column of which branch. */
    record Place(PlannedBranch branch, int column) {}

    /**
     * A column of the table.
     *
     * @param valid where it says which rows have a value; null if all have one
     * @param bytes true if innermost lists of numbers are bytes
     */
    record Wanted(Place place, @Nullable Place valid, boolean bytes) {}

    /** @param all branches of the tree, those too that are not read */
    TreeTable(
            OpenFile file, String path, RootObject tree, long entries, List<PlannedBranch> branches, List<Branch> all) {
        this.file = file;
        this.all = all;
        Map<String, Place> places = new LinkedHashMap<>();
        Map<String, Column> made = new LinkedHashMap<>();
        for (PlannedBranch branch : branches) {
            for (int c = 0; c < branch.columns().size(); c++) {
                Column column = branch.columns().get(c);
                String name = free(column.name(), made.keySet());
                made.put(name, named(column, name));
                places.put(name, new Place(branch, c));
            }
        }
        var notes = new LinkedHashMap<String, String>();
        for (Object note : tree.list("fUserInfo")) {
            if (note instanceof RootObject object) {
                Notes.of("", object).forEach(notes::putIfAbsent);
            }
        }
        var meanings = new Meanings(notes, made);
        Set<String> helpers = meanings.helpers();
        var columns = new ArrayList<Column>();
        places.forEach((name, place) -> {
            if (!helpers.contains(name)) {
                Column column = meanings.column(Objects.requireNonNull(made.get(name)));
                String free = free(column.name(), wanted.keySet());
                columns.add(named(column, free));
                String valid = meanings.valid(name);
                wanted.put(free, new Wanted(place, valid == null ? null : places.get(valid), meanings.isBytes(name)));
            }
        });
        var metadata = new LinkedHashMap<String, String>();
        if (!tree.text("fTitle").isBlank() && !tree.text("fTitle").equals(tree.text("fName"))) {
            metadata.put("title", tree.text("fTitle"));
        }
        meanings.others(metadata);
        described = new SourceTable(path, OptionalLong.of(entries), columns, metadata);
    }

    /** The name, or the name with the first number that is free. */
    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int n = 2; taken.contains(free); n++) {
            free = name + "#" + n;
        }
        return free;
    }

    private static Column named(Column column, String name) {
        return new Column(name, column.type(), column.shape(), column.unit(), column.ucd(), column.description());
    }

    @Override
    public SourceTable described() {
        return described;
    }

    @Override
    public TableCursor read(List<String> columns) {
        List<Wanted> asked =
                columns.stream().map(c -> Objects.requireNonNull(wanted.get(c))).toList();
        return new TreeCursor(this, described.rows().orElse(0), asked);
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
