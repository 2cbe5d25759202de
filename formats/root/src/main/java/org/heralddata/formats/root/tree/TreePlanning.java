package org.heralddata.formats.root.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.table.OpenFile;

/** Decides which branches of a tree are read, and tells which are not, branches of one reason together. */
final class TreePlanning {
    private static final int PROBED = 100;
    private static final int NAMED = 5;

    private final OpenFile file;
    private final String tree;
    private final long entries;
    private final BranchPlanner planner;
    private final BasketLoader loader;
    private final Map<String, List<String>> leftOut = new LinkedHashMap<>();

    TreePlanning(OpenFile file, String tree, long entries) {
        this.file = file;
        this.tree = tree;
        this.entries = entries;
        planner = new BranchPlanner(file.classes());
        loader = new BasketLoader(file.file());
    }

    Optional<PlannedBranch> plan(Branch branch) {
        if (branch.isGroup()) {
            return Optional.empty();
        }
        try {
            BranchPlanner.Plan plan = planner.plan(branch);
            if (branch.entries() != entries) {
                throw RootFormatException.unsupported(
                        "%d entries where the tree has %d".formatted(branch.entries(), entries));
            }
            List<Basket> baskets = Baskets.of(branch.stored());
            var columns = plan.decoder().columns().stream().map(c -> c.column()).toList();
            if (!branch.kind().equals("TBranch") && !baskets.isEmpty()) {
                probe(plan.decoder(), baskets.getFirst());
            }
            plan.leftOut().forEach(m -> leaveOut(BranchPlanner.unread(m), m.path()));
            return Optional.of(new PlannedBranch(branch, columns));
        } catch (RootFormatException e) {
            leaveOut(e.reason(), branch.path());
            return Optional.empty();
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            leaveOut("sizes that contradict each other", branch.path());
            return Optional.empty();
        }
    }

    /** Decodes the first entries: a class whose own code writes other bytes than it describes shows there. */
    private void probe(BranchDecoder decoder, Basket first) {
        BasketData data = loader.load(first);
        if (data.offsets() != null || !decoder.needsOffsets()) {
            decoder.decode(data, 0, Math.min(PROBED, first.entries()));
        }
    }

    private void leaveOut(String reason, String branch) {
        leftOut.computeIfAbsent(reason, r -> new ArrayList<>()).add(branch);
    }

    /** Adds the notices. */
    void tell() {
        leftOut.forEach((reason, branches) -> {
            String named = String.join("`, `", branches.subList(0, Math.min(NAMED, branches.size())));
            String more = branches.size() > NAMED ? " and %d more".formatted(branches.size() - NAMED) : "";
            file.notices()
                    .leftOut(
                            tree + "/" + branches.getFirst(),
                            "of `%s` is left out `%s`%s: %s".formatted(tree, named, more, reason));
        });
    }
}
