package org.heralddata.formats.fits.write;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.heralddata.formats.fits.FitsTableReader;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.TableReader;
import org.heralddata.spi.TableWriter;
import org.heralddata.testkit.TableWriterContract;
import org.jspecify.annotations.Nullable;

class FitsTableWriterTest extends TableWriterContract {
    private final Set<String> withNulls = new HashSet<>();

    @Override
    protected TableWriter writer() {
        return new FitsTableWriter();
    }

    @Override
    protected TableReader reader() {
        return new FitsTableReader();
    }

    @Override
    protected boolean writes(Column column) {
        return true;
    }

    @Override
    protected Nested nested() {
        return Nested.FLATTENED;
    }

    /** Timestamps are text, byte strings lists of bytes, lists of texts JSON; only one dimension may vary. */
    @Override
    protected Column expectedColumn(Column written) {
        Column column = written.withDescription(ascii(written.description()));
        Shape shape = column.shape();
        return switch (column.type()) {
            case STRING, TIMESTAMP -> retyped(column, ColumnType.STRING, shape.varies() ? Shape.SCALAR : shape);
            case BYTES ->
                shape.isScalar()
                        ? retyped(column, ColumnType.UINT8, Shape.LIST)
                        : retyped(column, ColumnType.STRING, Shape.SCALAR);
            case INT8 -> widened(column, ColumnType.INT16);
            case UINT16 -> widened(column, ColumnType.INT32);
            case UINT32 -> widened(column, ColumnType.INT64);
            default -> shape.varies() ? column.withShape(Shape.LIST) : column;
        };
    }

    @Override
    protected @Nullable Object expectedValue(Column column, @Nullable Object written) {
        if (written == null && !column.shape().varies()) {
            withNulls.add(column.name());
        }
        if (Prepared.isJson(column) && written == null) {
            return null;
        }
        if (Prepared.isText(column)) {
            return written instanceof List<?> cell && Prepared.isJson(column)
                    ? cell.stream()
                            .map(v -> "\""
                                    + String.valueOf(text(column, v))
                                            .replace("\\", "\\\\")
                                            .replace("\"", "\\\"") + "\"")
                            .collect(Collectors.joining(",", "[", "]"))
                            .replace("\\\\u", "\\u")
                    : fixed(column, written, v -> text(column, v));
        }
        if (column.type() == ColumnType.BYTES) {
            return written == null ? List.of() : bytes((String) written);
        }
        if (written == null && column.shape().varies()) {
            return List.of();
        }
        Object missing = column.type().isFloating() ? Double.NaN : null;
        return fixed(column, written, v -> v == null ? missing : v);
    }

    @Override
    protected SequencedMap<String, String> expectedMetadata(SequencedMap<String, String> written) {
        SequencedMap<String, String> out = new LinkedHashMap<>();
        written.forEach(
                (key, value) -> out.put(key.toUpperCase(Locale.ROOT), AsciiText.escaped(value.replace('\n', ' '))));
        return out;
    }

    @Override
    protected String expectedDescription(String written) {
        return written;
    }

    private interface Change {
        @Nullable
        Object of(@Nullable Object value);
    }

    /** A missing array of fixed shape becomes an array of missing elements. */
    private static @Nullable Object fixed(Column column, @Nullable Object written, Change change) {
        if (column.shape().isScalar()) {
            return change.of(written);
        }
        List<?> cell = written instanceof List<?> list
                ? list
                : Collections.nCopies(column.shape().fixedElements(), (Object) null);
        return cell.stream().map(change::of).collect(Collectors.toCollection(ArrayList::new));
    }

    private static @Nullable Object text(Column column, @Nullable Object value) {
        return switch (value) {
            case String text when column.type() == ColumnType.STRING -> AsciiText.escaped(text);
            case Long nanos -> new String(IsoTime.bytes(nanos), StandardCharsets.US_ASCII);
            case null, default -> value;
        };
    }

    private static List<Long> bytes(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        List<Long> out = new ArrayList<>();
        for (byte b : bytes) {
            out.add((long) (b & 0xff));
        }
        return out;
    }

    /** Shifted integers with missing values need a type that is not shifted. */
    private Column widened(Column column, ColumnType wider) {
        Shape shape = column.shape().varies() ? Shape.LIST : column.shape();
        return retyped(column, withNulls.contains(column.name()) ? wider : column.type(), shape);
    }

    private static Column retyped(Column column, ColumnType type, Shape shape) {
        return new Column(column.name(), type, shape, column.unit(), column.ucd(), column.description());
    }

    private static @Nullable String ascii(@Nullable String text) {
        return text == null ? null : AsciiText.escaped(text);
    }
}
