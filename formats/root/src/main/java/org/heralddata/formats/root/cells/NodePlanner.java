package org.heralddata.formats.root.cells;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.streamer.HandWritten;
import org.heralddata.formats.root.streamer.KnownLayouts;
import org.heralddata.formats.root.streamer.MemberType;
import org.heralddata.formats.root.streamer.Primitive;
import org.heralddata.formats.root.streamer.StreamerCatalogue;
import org.heralddata.formats.root.streamer.StreamerElement;
import org.heralddata.formats.root.streamer.StreamerInfo;
import org.heralddata.formats.root.streamer.Type;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;

/** Plans how values of a type are decoded, and which columns they make. */
public final class NodePlanner {
    private static final int DEEPEST = 24;
    private static final int MOST_COLUMNS = 10_000;

    private final StreamerCatalogue classes;
    private final List<Cells> columns = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private int depth;

    public NodePlanner(StreamerCatalogue classes) {
        this.classes = classes;
    }

    /** The columns planned so far. */
    public List<Cells> columns() {
        return columns;
    }

    /**
     * A member that is passed over.
     *
     * @param className that the file does not describe, or that Herald does not read
     */
    public record LeftOut(String path, String className) {}

    /** The members that are passed over. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /**
     * The node for a type.
     *
     * @throws RootFormatException if it holds what Herald does not read and cannot pass over
     */
    public Node plan(Type type, ColumnForm form) {
        return switch (type) {
            case Type.Numeric(var primitive) -> new NumberNode(cells(form, primitive.type()), primitive);
            case Type.Packed(var packing) -> new NumberNode(cells(form, packing.type()), packing);
            case Type.Text(var stl) -> new TextNode(cells(form, ColumnType.STRING), stl, false);
            case Type.LongText() -> new TextNode(cells(form, ColumnType.STRING), false, true);
            case Type.Bits() -> new BitsNode(cells(form, ColumnType.UINT32));
            case Type.LocalTime() -> new LocalTimeNode(cells(form, ColumnType.STRING));
            case Type.Array(var element, var dimensions) -> array(element, dimensions, form);
            case Type.Headed(var content) -> new HeadedNode(plan(content, form), form.name());
            case Type.Counting(var element) -> list(element, form);
            case Type.Collection(var element) -> list(element, form);
            case Type.Mapping(var key, var value) -> map(key, value, form);
            case Type.Instance(var className) -> instance(className, form, false);
            case Type.Pointer(var className) -> skip(SkipNode.Kind.POINTER, className, form);
            case Type.Loop(var element, var counter) -> loop(element, form);
            case Type.Counted counted -> throw unsupported("an array counted from elsewhere", form);
            case Type.Unknown(var what, var delimited) -> {
                if (!delimited) {
                    throw unsupported("type `%s`".formatted(what), form);
                }
                yield skip(SkipNode.Kind.COUNTED, what, form);
            }
        };
    }

    private Cells cells(ColumnForm form, ColumnType type) {
        if (columns.size() >= MOST_COLUMNS) {
            throw unsupported("more than %d columns".formatted(MOST_COLUMNS), form);
        }
        String description = form.description().isBlank() ? null : form.description();
        var cells = new Cells(new Column(
                form.name(),
                type,
                new Shape(form.sizes()),
                type.isNumeric() ? AxisTitle.unit(form.description()) : null,
                null,
                description));
        columns.add(cells);
        return cells;
    }

    private Node array(Type element, List<Integer> dimensions, ColumnForm form) {
        long times = 1;
        for (int size : dimensions) {
            times *= size;
            if (size < 1 || times > Integer.MAX_VALUE) {
                throw unsupported("arrays of the dimensions %s".formatted(dimensions), form);
            }
        }
        return new RepeatNode(plan(element, form.within(dimensions)), (int) times);
    }

    private Node list(Type element, ColumnForm form) {
        int before = columns.size();
        Node content = plan(element, form.withinList());
        return new ListNode(content, lists(form, before));
    }

    /** Objects that lie side by side after one header; how many each owner has, another column says. */
    private Node loop(Type element, ColumnForm form) {
        String className = element instanceof Type.Instance(var name) ? name : "array";
        return KnownLayouts.of(className).isPresent()
                ? new HeadedNode(plan(element, form), className)
                : skip(SkipNode.Kind.COUNTED, className, form);
    }

    private Node map(Type key, Type value, ColumnForm form) {
        int before = columns.size();
        Node keys = plan(key, form.withinList().member("first", form.description()));
        Node values = plan(value, form.withinList().member("second", form.description()));
        return new MapNode(keys, values, lists(form, before));
    }

    /** What ends when a container at this place ends. */
    private ListNode.Lists lists(ColumnForm form, int before) {
        return new ListNode.Lists(
                List.copyOf(columns.subList(before, columns.size())),
                form.sizes().isEmpty() ? null : form.withinList().innerLevels());
    }

    private Node skip(SkipNode.Kind kind, String what, ColumnForm form) {
        leftOut.add(new LeftOut(form.name(), what));
        return new SkipNode(kind, what);
    }

    private Node instance(String className, ColumnForm form, boolean base) {
        switch (className) {
            case "TObject" -> {
                return new SkipNode(SkipNode.Kind.OBJECT, className);
            }
            case "TRef" -> {
                return new ReferenceNode(cells(form.member("ref", form.description()), ColumnType.UINT32), null);
            }
            case "TRefArray" -> {
                int before = columns.size();
                Cells numbers = cells(form.withinList().member("refs", form.description()), ColumnType.UINT32);
                return new ReferenceNode(numbers, lists(form, before));
            }
            case "TClonesArray" -> {
                return skip(SkipNode.Kind.COUNTED, className, form);
            }
            case "TString" -> {
                return plan(new Type.Text(false), form);
            }
            case "TDatime" -> {
                return plan(new Type.LocalTime(), form);
            }
            default -> {}
        }
        Primitive numbers = HandWritten.numbersOf(className);
        if (numbers != null) {
            return plan(new Type.Counting(new Type.Numeric(numbers)), form);
        }
        Optional<List<KnownLayouts.Member>> known = KnownLayouts.of(className);
        if (known.isPresent()) {
            return new PlainNode(known.get().stream()
                    .map(m -> plan(m.type(), form.member(m.name(), "")))
                    .toList());
        }
        List<StreamerInfo> versions = classes.versions(className);
        if (versions.isEmpty() || (HandWritten.knows(className) && !className.equals("TNamed"))) {
            return skip(SkipNode.Kind.COUNTED, className, form);
        }
        StreamerInfo newest = versions.stream()
                .max((a, b) -> Integer.compare(a.version(), b.version()))
                .orElseThrow();
        return record(newest, versions, form, base);
    }

    private Node record(StreamerInfo info, List<StreamerInfo> versions, ColumnForm form, boolean base) {
        if (++depth > DEEPEST) {
            throw unsupported("classes more than %d deep within each other".formatted(DEEPEST), form);
        }
        Map<String, NumberNode> counters = new HashMap<>();
        List<Node> members = new ArrayList<>();
        for (StreamerElement element : info.elements()) {
            Type type = MemberType.of(element);
            ColumnForm place = element.isBase() ? form : form.member(element.name(), element.comment());
            Node member = member(type, element, counters, place);
            if (member instanceof NumberNode number) {
                counters.put(element.name(), number);
            }
            members.add(member);
        }
        depth--;
        return new RecordNode(info, versions, members, base);
    }

    private Node member(Type type, StreamerElement element, Map<String, NumberNode> counters, ColumnForm place) {
        return switch (type) {
            case Type.Counted(var content, var counter) ->
                counted(CountedNode.Before.FLAG, content, counters.get(counter), place);
            case Type.Loop(Type.Instance(var className), var counter)
            when KnownLayouts.of(className).isPresent() ->
                counted(CountedNode.Before.HEADER, new Type.Instance(className), counters.get(counter), place);
            case Type.Loop loop -> skip(SkipNode.Kind.COUNTED, element.typeName(), place);
            case Type.Instance(var className) -> instance(className, place, element.isBase());
            default -> plan(type, place);
        };
    }

    private Node counted(CountedNode.Before before, Type content, @Nullable NumberNode counter, ColumnForm form) {
        if (counter == null) {
            throw unsupported("an array counted from elsewhere", form);
        }
        int first = columns.size();
        Node element = plan(content, form.withinList());
        return new CountedNode(before, element, counter, lists(form, first));
    }

    private static RootFormatException unsupported(String what, ColumnForm form) {
        return RootFormatException.unsupported("%s in `%s`".formatted(what, form.name()));
    }
}
