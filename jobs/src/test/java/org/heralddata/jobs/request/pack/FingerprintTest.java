package org.heralddata.jobs.request.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.testkit.Oracle;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final List<Column> COLUMNS = List.of(
            Column.of("n", ColumnType.INT32),
            Column.of("x", ColumnType.FLOAT32),
            Column.of("name", ColumnType.STRING),
            Column.of("raw", ColumnType.BYTES),
            Column.of("list", ColumnType.FLOAT64).withShape(Shape.LIST));

    private static BitSet second() {
        var nulls = new BitSet();
        nulls.set(1);
        return nulls;
    }

    /** Three rows, the second all null. */
    private static Batch rows() {
        return new Batch(
                3,
                List.of(
                        new Vector.Longs(new long[] {7, 0, -1}, 3, second()),
                        new Vector.Doubles(new double[] {0.5, 0, Double.NaN}, 3, second()),
                        new Vector.Strings(new String[] {"ä", null, ""}, 3, second()),
                        new Vector.Blobs(new byte[][] {{1, 2}, {}, {}}, 3, second()),
                        new Vector.Lists(
                                new int[] {0, 2, 2, 2},
                                new Vector.Doubles(new double[] {1, 2}, 2, null),
                                3,
                                second())));
    }

    private static String of(Batch... batches) {
        var fingerprint = new Fingerprint(COLUMNS);
        for (Batch batch : batches) {
            fingerprint.add(batch);
        }
        return fingerprint.hex();
    }

    @Test
    void isWhatItsDefinitionSays() {
        String python = Oracle.python("hashlib", "struct").run("""
                import hashlib, math, struct
                def real(x): return b'\\1' + struct.pack('<d', x)
                def text(t): return b'\\1' + struct.pack('<i', len(t)) + t
                cells = {
                    ('n', 'int32'): b'\\1' + struct.pack('<q', 7) + b'\\0' + b'\\1' + struct.pack('<q', -1),
                    ('x', 'float32'): real(0.5) + b'\\0' + b'\\1' + struct.pack('<Q', 0x7ff8000000000000),
                    ('name', 'string'): text('ä'.encode()) + b'\\0' + text(b''),
                    ('raw', 'bytes'): text(b'\\1\\2') + b'\\0' + text(b''),
                    ('list', 'float64'): b'\\1' + struct.pack('<i', 2) + real(1) + real(2) + b'\\0' + b'\\1' + struct.pack('<i', 0),
                }
                whole = hashlib.sha256()
                for (name, kind), content in cells.items():
                    whole.update(f'{name}\\0{kind}\\0'.encode() + hashlib.sha256(content).digest())
                print(whole.hexdigest())
                """);
        assertThat(of(rows())).isEqualTo(python);
    }

    private static Batch numbers(long... values) {
        return new Batch(values.length, List.of(new Vector.Longs(values, values.length, null)));
    }

    private static String ofNumbers(Batch... batches) {
        var fingerprint = new Fingerprint(List.of(Column.of("n", ColumnType.INT64)));
        for (Batch batch : batches) {
            fingerprint.add(batch);
        }
        return fingerprint.hex();
    }

    @Test
    void doesNotDependOnHowRowsComeInBatches() {
        long[] many = new long[20_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i * 31L;
        }
        assertThat(ofNumbers(numbers(Arrays.copyOfRange(many, 0, 7)), numbers(Arrays.copyOfRange(many, 7, 20_000))))
                .isEqualTo(ofNumbers(numbers(many)));
    }

    @Test
    void dependsOnTheOrderOfRows() {
        assertThat(ofNumbers(numbers(1, 2))).isNotEqualTo(ofNumbers(numbers(2, 1)));
    }

    @Test
    void tellsNullFromZero() {
        var nulls = new BitSet();
        nulls.set(0);
        var withNull = new Batch(1, List.of(new Vector.Longs(new long[] {0}, 1, nulls)));
        assertThat(ofNumbers(withNull)).isNotEqualTo(ofNumbers(numbers(0)));
    }

    @Test
    void takesTextsOfAnyLength() {
        String text = "x".repeat(100_000);
        var long1 = new Fingerprint(List.of(Column.of("t", ColumnType.STRING)));
        long1.add(new Batch(1, List.of(new Vector.Strings(new String[] {text}, 1, null))));
        String python = Oracle.python("hashlib", "struct").run("""
                import hashlib, struct
                cell = b'\\1' + struct.pack('<i', 100000) + b'x' * 100000
                print(hashlib.sha256(b't\\0string\\0' + hashlib.sha256(cell).digest()).hexdigest())
                """);
        assertThat(long1.hex()).isEqualTo(python);
    }
}
