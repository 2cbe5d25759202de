package org.heralddata.formats.votable.write;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.formats.votable.VotableReader;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.TableReader;
import org.heralddata.spi.TableWriter;
import org.heralddata.testkit.TableWriterContract;
import org.jspecify.annotations.Nullable;

class VotableWriterTest extends TableWriterContract {

    @Override
    protected TableWriter writer() {
        return new VotableWriter();
    }

    @Override
    protected TableReader reader() {
        return new VotableReader();
    }

    @Override
    protected boolean writes(Column column) {
        return true;
    }

    @Override
    protected Nested nested() {
        return Nested.FLATTENED;
    }

    /** Types that VOTable lacks become the next wider or text; arrays of texts become JSON. NaN and none are one, as in STIL. */
    @Override
    protected Column expectedColumn(Column written) {
        return switch (written.type()) {
            case INT8 -> retyped(written, ColumnType.INT16, written.shape());
            case UINT16 -> retyped(written, ColumnType.INT32, written.shape());
            case UINT32 -> retyped(written, ColumnType.INT64, written.shape());
            case STRING, TIMESTAMP, UINT64 -> retyped(written, ColumnType.STRING, Shape.SCALAR);
            case BYTES ->
                written.shape().isScalar()
                        ? retyped(written, ColumnType.UINT8, Shape.LIST)
                        : retyped(written, ColumnType.STRING, Shape.SCALAR);
            default -> written;
        };
    }

    @Override
    protected @Nullable Object expectedValue(Column column, @Nullable Object written) {
        boolean nan = column.shape().isScalar() && written instanceof Double number && number.isNaN();
        if (written == null || nan) {
            return null;
        }
        if (Datatype.of(column).isText()) {
            return written instanceof List<?> cell
                    ? cell.stream()
                            .map(v -> "\"" + escaped(text(column, v)) + "\"")
                            .collect(Collectors.joining(",", "[", "]"))
                    : text(column, written);
        }
        if (column.type() == ColumnType.BYTES) {
            List<Long> bytes = new ArrayList<>();
            for (byte b : HexFormat.of().parseHex((String) written)) {
                bytes.add((long) (b & 0xff));
            }
            return bytes;
        }
        return written;
    }

    @Override
    protected String expectedDescription(String written) {
        return written;
    }

    private static String text(Column column, Object value) {
        if (value instanceof Long number) {
            return column.type() == ColumnType.TIMESTAMP ? IsoTime.text(number) : Long.toUnsignedString(number);
        }
        return value.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\u000a")
                .replace("\t", "\\u0009");
    }

    private static Column retyped(Column column, ColumnType type, Shape shape) {
        return new Column(column.name(), type, shape, column.unit(), column.ucd(), column.description());
    }
}
