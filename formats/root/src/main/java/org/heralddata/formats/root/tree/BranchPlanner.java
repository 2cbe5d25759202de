package org.heralddata.formats.root.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.formats.root.cells.Cells;
import org.heralddata.formats.root.cells.ColumnForm;
import org.heralddata.formats.root.cells.NamedNode;
import org.heralddata.formats.root.cells.Node;
import org.heralddata.formats.root.cells.NodePlanner;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.streamer.MemberType;
import org.heralddata.formats.root.streamer.RootObject;
import org.heralddata.formats.root.streamer.StreamerCatalogue;
import org.heralddata.formats.root.streamer.StreamerElement;
import org.heralddata.formats.root.streamer.StreamerInfo;
import org.heralddata.formats.root.streamer.Type;
import org.heralddata.formats.root.streamer.TypeName;
import org.jspecify.annotations.Nullable;

/** Plans how the entries of a branch are decoded. */
final class BranchPlanner {
    private final StreamerCatalogue classes;

    BranchPlanner(StreamerCatalogue classes) {
        this.classes = classes;
    }

    /** What a branch makes: its decoder, and the members that it passes over. */
    record Plan(BranchDecoder decoder, List<NodePlanner.LeftOut> leftOut) {}

    /** @throws RootFormatException if the branch is of a type that Herald does not read */
    Plan plan(Branch branch) {
        var planner = new NodePlanner(classes);
        BranchDecoder decoder = switch (branch.kind()) {
            case "TBranchElement" -> element(branch, planner);
            case "TBranchObject" -> object(branch, planner);
            default -> leaves(branch, planner);
        };
        if (decoder.columns().isEmpty()) {
            throw RootFormatException.unsupported(
                    planner.leftOut().isEmpty()
                            ? "a class without members of its own"
                            : unread(planner.leftOut().getFirst()));
        }
        return new Plan(decoder, List.copyOf(planner.leftOut()));
    }

    /** Why a member is passed over. */
    static String unread(NodePlanner.LeftOut member) {
        return "objects of the class `%s`, which Herald cannot read here".formatted(member.className());
    }

    /** A whole object; split ones have branches below. Only its leaf tells whether the class is named before each entry. */
    private static BranchDecoder object(Branch branch, NodePlanner planner) {
        String className = TypeName.tidy(branch.className());
        ColumnForm form = ColumnForm.of(branch.path(), Titles.ofElement(branch));
        Node object = planner.plan(new Type.Instance(className), form);
        boolean named = branch.stored().list("fLeaves").stream()
                .anyMatch(leaf -> leaf instanceof RootObject stored && stored.integer("fVirtual", 0) != 0);
        return new EntryDecoder(List.of(named ? new NamedNode(className, object) : object), planner.columns());
    }

    private static BranchDecoder leaves(Branch branch, NodePlanner planner) {
        List<Leaf> leaves = branch.leaves();
        if (!branch.kind().equals("TBranch") && !branch.kind().equals("TBranchClones")) {
            throw RootFormatException.unsupported("a branch of class `%s`".formatted(branch.kind()));
        }
        if (leaves.isEmpty()) {
            throw RootFormatException.unsupported("a branch without leaves");
        }
        if (leaves.size() == 1) {
            Leaf leaf = leaves.getFirst();
            return single(leaf, type(leaf), ColumnForm.of(branch.path(), Titles.description(branch, leaf)), planner);
        }
        var nodes = new ArrayList<Node>();
        for (Leaf leaf : leaves) {
            if (leaf.counter() != null) {
                throw RootFormatException.unsupported("a list of leaves with an array of varying length");
            }
            ColumnForm form = ColumnForm.of(ColumnNames.below(branch.path(), leaf.name()), "");
            nodes.add(planner.plan(shaped(type(leaf), leaf.dimensions()), form));
        }
        return new EntryDecoder(nodes, planner.columns());
    }

    private static Type type(Leaf leaf) {
        Type type = leaf.type();
        if (type == null) {
            throw RootFormatException.unsupported("a leaf of class `%s`".formatted(leaf.kind()));
        }
        return type;
    }

    private static Type shaped(Type type, List<Integer> dimensions) {
        return dimensions.isEmpty() || type instanceof Type.Text ? type : new Type.Array(type, dimensions);
    }

    private static BranchDecoder single(Leaf leaf, Type type, ColumnForm form, NodePlanner planner) {
        Type shaped = shaped(type, leaf.dimensions());
        if (leaf.counter() != null && !(type instanceof Type.Text)) {
            Node node = planner.plan(shaped, form.withinList());
            return new ArrayDecoder(node, planner.columns(), false);
        }
        return entries(planner.plan(shaped, form), planner);
    }

    private static BranchDecoder entries(Node node, NodePlanner planner) {
        List<Cells> columns = planner.columns();
        if (node.width() > 0
                && columns.size() == 1
                && !columns.getFirst().column().shape().isNested()) {
            Cells only = columns.getFirst();
            return new FixedDecoder(node, only, only.column().shape().fixedElements());
        }
        return new EntryDecoder(List.of(node), columns);
    }

    private BranchDecoder element(Branch branch, NodePlanner planner) {
        StreamerElement element = branch.id() < 0 ? null : streamer(branch);
        Type type = element == null ? top(branch) : MemberType.of(element);
        String description = element == null ? Titles.ofElement(branch) : element.comment();
        ColumnForm form = ColumnForm.of(branch.path(), description);
        if (branch.isContainerMember() || type instanceof Type.Loop) {
            return new ArrayDecoder(planner.plan(type, form.withinList()), planner.columns(), false);
        }
        if (type instanceof Type.Counted(var content, var counter)) {
            return new ArrayDecoder(planner.plan(content, form.withinList()), planner.columns(), true);
        }
        if (element == null
                && branch.leaves().size() == 1
                && branch.leaves().getFirst().type() != null) {
            Leaf leaf = branch.leaves().getFirst();
            return single(leaf, type(leaf), form, planner);
        }
        return entries(planner.plan(type, form), planner);
    }

    /** A whole object or container; strings have no header at the top. */
    private static Type top(Branch branch) {
        Type type = TypeName.read(branch.className());
        return type instanceof Type.Collection || type instanceof Type.Mapping ? new Type.Headed(type) : type;
    }

    private StreamerElement streamer(Branch branch) {
        String name = TypeName.tidy(branch.className());
        Optional<StreamerInfo> info = classes.find(name, branch.version());
        if (info.isEmpty() || info.get().checksum() != branch.checksum()) {
            info = classes.withChecksum(name, branch.checksum()).or(() -> classes.find(name, branch.version()));
        }
        @Nullable
        StreamerElement found = info.filter(i -> branch.id() < i.elements().size())
                .map(i -> i.elements().get(branch.id()))
                .orElse(null);
        if (found == null) {
            throw RootFormatException.unsupported("the file does not describe version %d of class `%s`"
                    .formatted(branch.version(), branch.className()));
        }
        return found;
    }
}
