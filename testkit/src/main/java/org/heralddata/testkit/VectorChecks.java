package org.heralddata.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;

/** Claims that a vector keeps to what its column declares. */
final class VectorChecks {

    private VectorChecks() {}

    static void check(Column column, Vector vector, int rows) {
        assertThat(vector.size()).as("size of %s", column.name()).isEqualTo(rows);
        if (column.shape().isScalar()) {
            checkScalars(column, vector);
            return;
        }
        assertThat(vector).as("%s has shape %s", column.name(), column.shape()).isInstanceOf(Vector.Lists.class);
        if (vector instanceof Vector.Lists lists) {
            checkLists(column, lists);
        }
    }

    private static void checkLists(Column column, Vector.Lists lists) {
        int block = column.shape().fixedElements();
        for (int r = 0; r < lists.size(); r++) {
            int length = lists.offsets()[r + 1] - lists.offsets()[r];
            assertThat(length).as("length of %s in row %d", column.name(), r).isNotNegative();
            if (!lists.isNull(r)) {
                if (column.shape().varies()) {
                    assertThat(length % block)
                            .as("entries of %s in row %d", column.name(), r)
                            .isZero();
                } else {
                    assertThat(length)
                            .as("elements of %s in row %d", column.name(), r)
                            .isEqualTo(block);
                }
            }
        }
        assertThat(lists.elements().size())
                .as("elements of %s", column.name())
                .isGreaterThanOrEqualTo(lists.offsets()[lists.size()]);
        check(
                column.withShape(column.shape().inner()),
                lists.elements(),
                lists.elements().size());
        if (lists.elements() instanceof Vector.Lists inner) {
            for (int i = 0; i < inner.size(); i++) {
                if (inner.isNull(i)) {
                    assertThat(inner.offsets()[i + 1])
                            .as("end of a missing list within %s", column.name())
                            .isEqualTo(inner.offsets()[i]);
                }
            }
        }
    }

    private static void checkScalars(Column column, Vector vector) {
        Class<? extends Vector> kind = switch (column.type()) {
            case FLOAT32, FLOAT64 -> Vector.Doubles.class;
            case STRING -> Vector.Strings.class;
            case BYTES -> Vector.Blobs.class;
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, TIMESTAMP -> Vector.Longs.class;
        };
        assertThat(vector).as("vector of %s (%s)", column.name(), column.type()).isInstanceOf(kind);
        for (int r = 0; r < vector.size(); r++) {
            if (vector instanceof Vector.Longs longs && !vector.isNull(r)) {
                long value = longs.values()[r];
                assertThat(fits(column.type(), value))
                        .as("%d of %s as %s", value, column.name(), column.type())
                        .isTrue();
            } else if (vector instanceof Vector.Strings strings) {
                assertThat(strings.values()[r] == null)
                        .as("null of %s", column.name())
                        .isEqualTo(vector.isNull(r));
            } else if (vector instanceof Vector.Blobs blobs) {
                assertThat(blobs.values()[r] == null)
                        .as("null of %s", column.name())
                        .isEqualTo(vector.isNull(r));
            }
        }
    }

    private static boolean fits(ColumnType type, long value) {
        return switch (type) {
            case BOOL -> value == 0 || value == 1;
            case INT8 -> value == (byte) value;
            case INT16 -> value == (short) value;
            case INT32 -> value == (int) value;
            case UINT8 -> value == (value & 0xff);
            case UINT16 -> value == (value & 0xffff);
            case UINT32 -> value == (value & 0xffff_ffffL);
            case INT64, UINT64, TIMESTAMP -> true;
            case FLOAT32, FLOAT64, STRING, BYTES -> false;
        };
    }
}
