package org.heralddata.formats.hdf5.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.heralddata.formats.hdf5.file.Dataset;
import org.heralddata.formats.hdf5.file.Datatype;
import org.heralddata.formats.hdf5.file.GlobalHeap;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;

/** Lays a datatype out as columns: compounds within compounds become {@code a.b}, arrays become shapes. */
public final class Fields {
    /**
     * What a datatype alone does not tell.
     *
     * @param pyTables true if times of 8 bytes are those of PyTables
     * @param bytes    true if sequences of uint8 are bytes rather than numbers
     */
    public record Habits(boolean pyTables, boolean bytes) {
        public static final Habits NONE = new Habits(false, false);
    }

    private final Habits habits;
    private final BiConsumer<String, String> leftOut;
    private final List<Field> found = new ArrayList<>();

    private Fields(Habits habits, BiConsumer<String, String> leftOut) {
        this.habits = habits;
        this.leftOut = leftOut;
    }

    /**
     * The columns of a dataset whose first dimension counts rows.
     *
     * @param habits  what the writer is known to mean
     * @param leftOut  told the name of each member that cannot be read, and why
     */
    public static List<Field> of(Dataset dataset, Habits habits, BiConsumer<String, String> leftOut) {
        List<Long> dims = dataset.space().dims();
        List<Integer> cell = dims.isEmpty()
                ? List.of()
                : dims.subList(1, dims.size()).stream().map(Math::toIntExact).toList();
        var fields = new Fields(habits, leftOut);
        fields.add("", 0, axes(List.of(), cell, dataset.type().size()), dataset.type());
        return fields.found;
    }

    /** The columns of elements of a type. */
    public static List<Field> of(Datatype type) {
        var fields = new Fields(Habits.NONE, (name, why) -> {});
        fields.add("", 0, List.of(), type);
        return fields.found;
    }

    private static List<Axis> axes(List<Axis> outer, List<Integer> dims, int elementSize) {
        var axes = new ArrayList<>(outer);
        int stride = elementSize;
        for (int dim : dims.reversed()) {
            axes.add(outer.size(), new Axis(dim, stride));
            stride = Math.multiplyExact(stride, dim);
        }
        return axes;
    }

    private void add(String name, int offset, List<Axis> axes, Datatype type) {
        switch (type) {
            case Datatype.Compound(var size, var members) -> {
                for (Datatype.Member member : members) {
                    add(joined(name, member.name()), offset + member.offset(), axes, member.type());
                }
            }
            case Datatype.Array(var size, var base, var dims) -> add(name, offset, axes(axes, dims, base.size()), base);
            case Datatype.Sequence(var size, Datatype.Int base)
            when habits.bytes() && base.size() == 1 -> scalar(name, offset, axes, ColumnType.BYTES, HeapBlobCells::new);
            case Datatype.Sequence(var size, var base) -> addList(name, offset, axes, base);
            case Datatype.Int t
            when t.size() <= 8 && t.size() > 0 ->
                scalar(name, offset, axes, integer(t.size(), t.signed()), heap -> new LongCells(t));
            case Datatype.Int t -> leftOut.accept(name, "integers of %d bytes".formatted(t.size()));
            case Datatype.Floating t
            when t.size() <= 16 && fits(t) ->
                scalar(
                        name,
                        offset,
                        axes,
                        t.size() <= 4 ? ColumnType.FLOAT32 : ColumnType.FLOAT64,
                        heap -> new DoubleCells(t));
            case Datatype.Floating t -> leftOut.accept(name, "floating-point numbers of %d bytes".formatted(t.size()));
            case Datatype.Time t -> time(name, offset, axes, t);
            case Datatype.Text t -> scalar(name, offset, axes, ColumnType.STRING, heap -> StringCells.fixed(t));
            case Datatype.Bits(var size, var big)
            when size == 1 || size == 2 || size == 4 || size == 8 ->
                scalar(
                        name,
                        offset,
                        axes,
                        integer(size, false),
                        heap -> new LongCells(new Datatype.Int(size, false, big, 0, 8 * size)));
            case Datatype.Bits(var size, var big) ->
                scalar(name, offset, axes, ColumnType.BYTES, heap -> new BlobCells(size));
            case Datatype.Opaque(var size, var tag)
            when size == 8 && TimestampCells.factor(tag).isPresent() ->
                scalar(name, offset, axes, ColumnType.TIMESTAMP, heap -> new TimestampCells(tag));
            case Datatype.Opaque(var size, var tag) ->
                scalar(name, offset, axes, ColumnType.BYTES, heap -> new BlobCells(size));
            case Datatype.Enumeration t
            when t.isBoolean() -> scalar(name, offset, axes, ColumnType.BOOL, heap -> new BoolCells(t.base()));
            case Datatype.Enumeration t -> scalar(name, offset, axes, ColumnType.STRING, heap -> StringCells.named(t));
            case Datatype.VariableText(var size) ->
                scalar(name, offset, axes, ColumnType.STRING, StringCells::variable);
            case Datatype.Reference(var size, var kind)
            when kind == 0 && size == 8 -> scalar(name, offset, axes, ColumnType.STRING, StringCells::objects);
            case Datatype.Reference(var size, var kind)
            when kind == 1 && size == 12 -> scalar(name, offset, axes, ColumnType.STRING, StringCells::regions);
            case Datatype.Reference reference -> leftOut.accept(name, "references of a kind that is not read");
            case Datatype.Unknown(var size, var dataClass) ->
                leftOut.accept(name, "values of datatype class %d".formatted(dataClass));
        }
    }

    private static boolean fits(Datatype.Floating t) {
        int bits = 8 * t.size();
        return t.signAt() < bits
                && t.exponentBits() > 0
                && t.exponentBits() < 32
                && t.exponentAt() + t.exponentBits() <= bits
                && t.mantissaBits() > 0
                && t.mantissaAt() + t.mantissaBits() <= bits;
    }

    private void time(String name, int offset, List<Axis> axes, Datatype.Time type) {
        if (type.size() == 8 && habits.pyTables()) {
            field(name, offset, axes, ColumnType.FLOAT64, shape(axes), true, heap -> new TimeCells(type));
        } else if (type.size() == 4 || type.size() == 8) {
            var number = new Datatype.Int(type.size(), true, type.bigEndian(), 0, 8 * type.size());
            field(name, offset, axes, integer(type.size(), true), shape(axes), true, heap -> new LongCells(number));
        } else {
            leftOut.accept(name, "times of %d bytes".formatted(type.size()));
        }
    }

    /** Lists of numbers or texts, of lists again, of arrays; those of compounds become a list for each member. */
    private void addList(String name, int offset, List<Axis> axes, Datatype entry) {
        var inner = new Fields(habits, (member, why) -> leftOut.accept(joined(name, member), why));
        inner.add("", 0, List.of(), entry);
        for (Field one : inner.found) {
            var sizes = new ArrayList<>(axes.stream().map(Axis::count).toList());
            sizes.add(Shape.VARIES);
            sizes.addAll(one.shape().sizes());
            field(
                    joined(name, one.name()),
                    offset,
                    axes,
                    one.type(),
                    new Shape(sizes),
                    one.time(),
                    heap -> new ListCells(heap, one, entry.size()));
        }
    }

    private static String joined(String name, String member) {
        return name.isEmpty() || member.isEmpty() ? name + member : name + "." + member;
    }

    private void scalar(String name, int offset, List<Axis> axes, ColumnType type, Function<GlobalHeap, Cells> cells) {
        field(name, offset, axes, type, shape(axes), false, cells);
    }

    private void field(
            String name,
            int offset,
            List<Axis> axes,
            ColumnType type,
            Shape shape,
            boolean time,
            Function<GlobalHeap, Cells> cells) {
        found.add(new Field(name, offset, axes, type, shape, time, cells));
    }

    private static Shape shape(List<Axis> axes) {
        return new Shape(axes.stream().map(Axis::count).toList());
    }

    private static ColumnType integer(int size, boolean signed) {
        return switch (size) {
            case 1 -> signed ? ColumnType.INT8 : ColumnType.UINT8;
            case 2 -> signed ? ColumnType.INT16 : ColumnType.UINT16;
            case 3, 4 -> signed ? ColumnType.INT32 : ColumnType.UINT32;
            default -> signed ? ColumnType.INT64 : ColumnType.UINT64;
        };
    }
}
