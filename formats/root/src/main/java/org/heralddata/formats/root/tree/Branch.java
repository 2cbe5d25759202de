package org.heralddata.formats.root.tree;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.streamer.RootObject;

/**
 * A branch of a tree ({@code TBranch}, {@code TBranchElement}, {@code TBranchObject}).
 *
 * @param kind      its class
 * @param path      names of the branches above and its own, with slashes, as columns are named
 * @param className of a {@code TBranchElement}: the class whose member it is, or, at the top, its own
 * @param version   of that class
 * @param id        of a {@code TBranchElement}: which member of that class; negative for the whole object
 * @param type      of a {@code TBranchElement}: how it is split; 31 and 41 hold one member of all elements of a container
 * @param stored    what ROOT keeps of it; baskets are found when they are needed
 */
record Branch(
        String kind,
        String name,
        String title,
        String path,
        String className,
        int version,
        int checksum,
        int id,
        int type,
        List<Leaf> leaves,
        List<Branch> branches,
        RootObject stored) {
    private static final int DEEPEST = 64;

    static final int CLONES = 3;
    static final int CLONES_MEMBER = 31;
    static final int STL_MEMBER = 41;

    static List<Branch> of(RootObject tree) {
        return branches(tree, "", 0);
    }

    private static List<Branch> branches(RootObject above, String path, int depth) {
        if (depth > DEEPEST) {
            throw RootFormatException.broken(-1, "branches lie more than %d deep".formatted(DEEPEST));
        }
        var branches = new ArrayList<Branch>();
        for (Object below : above.list("fBranches")) {
            if (below instanceof RootObject branch && branch.has("fName")) {
                branches.add(of(branch, path, depth));
            }
        }
        return branches;
    }

    private static Branch of(RootObject branch, String above, int depth) {
        String name = branch.text("fName");
        String path = ColumnNames.below(above, name);
        var leaves = new ArrayList<Leaf>();
        for (Object leaf : branch.list("fLeaves")) {
            if (leaf instanceof RootObject object) {
                leaves.add(Leaf.of(object));
            }
        }
        return new Branch(
                branch.className(),
                name,
                branch.text("fTitle"),
                path,
                branch.text("fClassName"),
                (int) branch.integer("fClassVersion", 0),
                (int) branch.integer("fCheckSum", 0),
                (int) branch.integer("fID", -1),
                (int) branch.integer("fType", 0),
                leaves,
                branches(branch, path, depth + 1),
                branch);
    }

    long entries() {
        return stored.integer("fEntries");
    }

    /** Bytes of all baskets before compression; 0 if not told. */
    long bytes() {
        return Math.max(0, stored.integer("fTotBytes", 0));
    }

    /** True if it holds one member of the elements of a container. */
    boolean isContainerMember() {
        return type == CLONES_MEMBER || type == STL_MEMBER;
    }

    /** True if it only counts the elements that the branches below it hold, or groups them. */
    boolean isGroup() {
        return !branches.isEmpty();
    }
}
