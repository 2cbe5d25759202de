package org.heralddata.formats.root.ntuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.heralddata.model.table.ColumnType;

/** Walks the tree of fields and makes a column of every leaf (section "Mapping of C++ Types to Fields and Columns"). */
final class FieldPlanner {
    private static final int DEEPEST = 32;
    private static final long LONGEST_ARRAY = 1 << 24;

    private final Schema schema;
    private final BiConsumer<String, String> leftOut;
    private final List<PlannedColumn> columns = new ArrayList<>();

    /** @param leftOut told the name of each field that is not read, and why */
    FieldPlanner(Schema schema, BiConsumer<String, String> leftOut) {
        this.schema = schema;
        this.leftOut = leftOut;
    }

    List<PlannedColumn> plan() {
        for (FieldRecord top : schema.tops()) {
            walk(top, new Way(top.name(), top.description(), 1, cells -> cells, 0));
        }
        return columns;
    }

    /**
     * What lies above a field.
     *
     * @param perEntry see {@link FieldColumns#perEntry}
     * @param around   puts the cells of the field into those of all above it
     */
    private record Way(String name, String description, long perEntry, UnaryOperator<Cells> around, int depth) {

        Way into(FieldRecord field, boolean inside) {
            boolean base = field.name().startsWith(":_");
            return new Way(
                    inside || base ? name : name + "/" + field.name(),
                    inside && field.description().isEmpty() ? description : field.description(),
                    perEntry,
                    around,
                    depth + 1);
        }

        Way through(UnaryOperator<Cells> layer, long elements) {
            return new Way(name, description, elements, cells -> around.apply(layer.apply(cells)), depth);
        }
    }

    private void walk(FieldRecord field, Way way) {
        if (way.depth() > DEEPEST) {
            leftOut.accept(way.name(), "fields lie more than %d deep".formatted(DEEPEST));
            return;
        }
        switch (field.role()) {
            case LEAF -> leaf(field, way);
            case COLLECTION -> collection(field, way);
            case RECORD -> members(field, way);
            case VARIANT -> variant(field, way);
            case STREAMER -> leftOut.accept(way.name(), "objects of `%s` are stored whole".formatted(field.typeName()));
            case UNKNOWN -> leftOut.accept(way.name(), "its structure is of a later version of RNTuple");
        }
    }

    private void leaf(FieldRecord field, Way way) {
        if (field.repetition() != 0) {
            array(field, way);
            return;
        }
        List<FieldRecord> inside = schema.children(field);
        if (inside.size() == 1 && schema.representations(field).isEmpty()) {
            walk(inside.getFirst(), way.into(inside.getFirst(), true));
            return;
        }
        if (field.typeName().equals("std::string")) {
            columns(field, way, 2).ifPresent(c -> add(way, new StringCells(c)));
        } else if (field.typeName().startsWith("ROOT::RNTupleCardinality<")) {
            ColumnType type = field.typeName().contains("64") ? ColumnType.UINT64 : ColumnType.UINT32;
            columns(field, way, 1).ifPresent(c -> add(way, new CardinalityCells(type, c)));
        } else {
            columns(field, way, 1).ifPresent(c -> number(field, way, c));
        }
    }

    private void number(FieldRecord field, Way way, FieldColumns found) {
        LeafTypes.of(field.typeName(), found)
                .ifPresentOrElse(
                        type -> add(way, new NumberCells(type, found)),
                        () -> leftOut.accept(way.name(), "its type is `%s`".formatted(field.typeName())));
    }

    private void array(FieldRecord field, Way way) {
        long length = field.repetition();
        if (length < 0 || length > LONGEST_ARRAY || way.perEntry() > LONGEST_ARRAY) {
            leftOut.accept(way.name(), "its arrays have %s elements".formatted(Long.toUnsignedString(length)));
            return;
        }
        Way within = way.through(
                cells -> new ArrayCells((int) length, cells), way.perEntry() < 0 ? -1 : way.perEntry() * length);
        List<FieldRecord> inside = schema.children(field);
        if (inside.isEmpty()) {
            columns(field, within, 1).ifPresent(c -> number(field, within, c));
        } else {
            walk(inside.getFirst(), within.into(inside.getFirst(), true));
        }
    }

    private void collection(FieldRecord field, Way way) {
        Optional<FieldColumns> index = columns(field, way, 1);
        if (index.isEmpty()) {
            return;
        }
        boolean optional = field.typeName().startsWith("std::optional<")
                || field.typeName().startsWith("std::unique_ptr<");
        Way within = way.through(
                cells -> optional ? new OptionalCells(index.get(), cells) : new ListCells(index.get(), cells), -1);
        List<FieldRecord> inside = schema.children(field);
        if (inside.isEmpty()) {
            leftOut.accept(way.name(), "its elements have no fields");
        }
        if (!optional && inside.size() == 1 && inside.getFirst().typeName().equals("std::byte")) {
            columns(inside.getFirst(), within, 1).ifPresent(bytes -> add(way, new BytesCells(index.get(), bytes)));
            return;
        }
        for (FieldRecord child : inside) {
            walk(child, within.into(child, inside.size() == 1));
        }
    }

    private void members(FieldRecord field, Way way) {
        List<FieldRecord> members = schema.children(field);
        if (members.isEmpty() && !field.name().startsWith(":_")) {
            leftOut.accept(way.name(), "`%s` has no members".formatted(field.typeName()));
        }
        for (FieldRecord member : members) {
            walk(member, way.into(member, false));
        }
    }

    private void variant(FieldRecord field, Way way) {
        Optional<FieldColumns> found = columns(field, way, 1);
        if (found.isEmpty()) {
            return;
        }
        List<FieldRecord> alternatives = schema.children(field);
        for (int i = 0; i < alternatives.size(); i++) {
            int tag = i + 1;
            Way within = way.through(cells -> new VariantCells(found.get(), tag, cells), -1);
            walk(alternatives.get(i), within.into(alternatives.get(i), false));
        }
    }

    /** The columns of a field if they are as many as they should be and of known encodings; else tells. */
    private Optional<FieldColumns> columns(FieldRecord field, Way way, int wanted) {
        List<List<ColumnRecord>> representations = schema.representations(field);
        boolean known = representations.stream().flatMap(List::stream).allMatch(c -> c.encoding() != null);
        if (!known) {
            leftOut.accept(way.name(), "its encoding is of a later version of RNTuple");
            return Optional.empty();
        }
        boolean sound = !representations.isEmpty()
                && representations.stream().allMatch(r -> r.size() == wanted && sound(field, r, wanted));
        if (!sound) {
            leftOut.accept(
                    way.name(), "a field of `%s` with other columns than it should have".formatted(field.typeName()));
            return Optional.empty();
        }
        return Optional.of(new FieldColumns(representations, way.perEntry()));
    }

    private static boolean sound(FieldRecord field, List<ColumnRecord> columns, int wanted) {
        Encoding principal = columns.getFirst().encoding();
        boolean index = principal != null && principal.isIndex();
        if (wanted == 2) {
            return index && columns.getLast().encoding() == Encoding.CHAR;
        }
        if (field.typeName().equals("std::byte")) {
            return principal == Encoding.BYTE;
        }
        return switch (field.role()) {
            case COLLECTION -> index;
            case VARIANT -> principal == Encoding.SWITCH;
            default -> index == field.typeName().startsWith("ROOT::RNTupleCardinality<");
        };
    }

    private void add(Way way, Cells cells) {
        try {
            Cells whole = way.around().apply(cells);
            whole.shape();
            columns.add(new PlannedColumn(way.name(), way.description(), whole));
        } catch (IllegalArgumentException | ArithmeticException e) {
            leftOut.accept(
                    way.name(), "lists and missing values lie in each other in a way that Herald has no shape for");
        }
    }
}
