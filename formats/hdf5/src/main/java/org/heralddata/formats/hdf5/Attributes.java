package org.heralddata.formats.hdf5;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heralddata.formats.hdf5.cells.Cells;
import org.heralddata.formats.hdf5.cells.Field;
import org.heralddata.formats.hdf5.cells.Fields;
import org.heralddata.formats.hdf5.file.Attribute;
import org.heralddata.formats.hdf5.file.GlobalHeap;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;

/** Values of attributes as text. */
final class Attributes {
    private static final int SHOWN = 64;

    private final GlobalHeap heap;

    Attributes(GlobalHeap heap) {
        this.heap = heap;
    }

    /** The value; several as {@code [1, 2, 3]}, cut after {@value #SHOWN}; empty if no text can tell it. */
    Optional<String> text(Attribute attribute) {
        List<String> values = values(attribute);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (attribute.space().elements() == 1 && values.size() == 1) {
            return Optional.of(values.getFirst());
        }
        boolean cut = attribute.space().elements() > SHOWN;
        return Optional.of("[" + String.join(", ", values) + (cut ? ", …]" : "]"));
    }

    /** The text of the first of {@code names} that is there and not blank. */
    Optional<String> firstText(List<Attribute> attributes, List<String> names) {
        return names.stream()
                .flatMap(name -> attributes.stream().filter(a -> a.name().equals(name)))
                .flatMap(a -> text(a).stream())
                .filter(t -> !t.isBlank())
                .findFirst();
    }

    /** The first elements, each as text; none of references, compounds and empty values. */
    List<String> values(Attribute attribute) {
        List<Field> fields = Fields.of(attribute.type());
        if (fields.size() != 1 || !fields.getFirst().name().isEmpty()) {
            return List.of();
        }
        Field field = fields.getFirst();
        int count = (int) Math.min(SHOWN, attribute.space().elements());
        Cells cells = field.open(heap);
        cells.add(attribute.data(), field.offset(), attribute.type().size(), count);
        return texts(cells.take(), field.type());
    }

    private static List<String> texts(Vector vector, ColumnType type) {
        return switch (vector) {
            case Vector.Longs(var values, var size, var nulls) ->
                IntStream.range(0, size).mapToObj(i -> number(values[i], type)).toList();
            case Vector.Doubles(var values, var size, var nulls) ->
                IntStream.range(0, size)
                        .mapToObj(i -> type == ColumnType.FLOAT32
                                ? Float.toString((float) values[i])
                                : Double.toString(values[i]))
                        .toList();
            case Vector.Strings(var values, var size, var nulls) ->
                IntStream.range(0, size)
                        .mapToObj(i -> String.valueOf(values[i]))
                        .toList();
            case Vector.Blobs blobs -> List.of();
            case Vector.Lists lists -> lists(lists, type);
        };
    }

    private static List<String> lists(Vector.Lists lists, ColumnType type) {
        List<String> elements = texts(lists.elements(), type);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < lists.size() && !elements.isEmpty(); i++) {
            int end = Math.min(elements.size(), lists.offsets()[i + 1]);
            int start = Math.min(end, lists.offsets()[i]);
            texts.add("[" + String.join(", ", elements.subList(start, end)) + "]");
        }
        return texts;
    }

    private static String number(long value, ColumnType type) {
        return switch (type) {
            case BOOL -> value == 0 ? "false" : "true";
            case UINT64 -> Long.toUnsignedString(value);
            default -> Long.toString(value);
        };
    }
}
