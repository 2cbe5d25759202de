package org.heralddata.formats.root.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the TTree of branches. */
final class TreeRecord {
    private static final int LINE_COLOUR = 602;
    private static final int FILL_STYLE = 1001;
    private static final int SCAN_ROWS = 25;
    private static final int OFFSETS = 1000;
    private static final long NO_LIMIT = 1_000_000_000_000L;
    private static final long AUTO_SAVE = -300_000_000;
    private static final long AUTO_FLUSH = -30_000_000;
    private static final long ESTIMATE = 1_000_000;

    private TreeRecord() {}

    /**
     * @param clusterRows rows after which all branches begin a new basket
     */
    static StoredObject of(String name, String title, List<WrittenColumn> columns, long rows, long clusterRows) {
        List<StoredObject> branches = new ArrayList<>();
        List<StoredObject> information = new ArrayList<>();
        long whole = 0;
        long stored = 0;
        for (WrittenColumn column : columns) {
            branches.addAll(column.stored());
            information.addAll(column.information());
            for (Branch branch : column.branches()) {
                whole += branch.entriesBytes();
                stored += branch.storedBytes();
            }
        }
        List<StoredObject> leaves = branches.stream()
                .map(branch -> Objects.requireNonNull(branch.object("fLeaves"))
                        .elements()
                        .getFirst())
                .toList();
        StoredObject tree = StoredObject.named(Classes.TREE, name, title)
                .set("fLineColor", LINE_COLOUR)
                .set("fLineStyle", 1)
                .set("fLineWidth", 1)
                .set("fFillStyle", FILL_STYLE)
                .set("fMarkerColor", 1)
                .set("fMarkerStyle", 1)
                .set("fMarkerSize", 1)
                .set("fEntries", rows)
                .set("fTotBytes", whole)
                .set("fZipBytes", stored)
                .set("fFlushedBytes", stored)
                .set("fWeight", 1)
                .set("fScanField", SCAN_ROWS)
                .set("fDefaultEntryOffsetLen", OFFSETS)
                .set("fMaxEntries", NO_LIMIT)
                .set("fMaxEntryLoop", NO_LIMIT)
                .set("fAutoSave", AUTO_SAVE)
                .set("fAutoFlush", clusterRows > 0 ? clusterRows : AUTO_FLUSH)
                .set("fEstimate", ESTIMATE)
                .set("fBranches", StoredObject.array(branches))
                .set("fLeaves", StoredObject.array(leaves));
        if (!information.isEmpty()) {
            tree.set("fUserInfo", StoredObject.collection(Classes.LIST, information));
        }
        return tree;
    }
}
