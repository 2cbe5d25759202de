package org.heralddata.formats.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types of binary table columns, one row each. */
class ColumnTypesTest {

    @TempDir
    private Path folder;

    private record Read(Column column, @Nullable Object value) {}

    private Read read(String form, byte[] row, byte[] heap, String... cards) throws IOException {
        byte[] data =
                ByteBuffer.allocate(row.length + heap.length).put(row).put(heap).array();
        String[] all = new String[cards.length + 1];
        all[0] = "TFORM1  = '" + form + "'";
        System.arraycopy(cards, 0, all, 1, cards.length);
        Path file =
                TestFits.file().table(row.length, 1, heap.length, 1, data, all).save(folder);
        try (TableFile opened = new FitsTableReader().open(file, ReadOptions.NONE)) {
            SourceTable table = opened.tables().getFirst();
            return new Read(
                    table.columns().getFirst(),
                    Tables.read(opened, table.name()).getFirst().getFirst());
        }
    }

    private Read read(String form, byte[] row, String... cards) throws IOException {
        return read(form, row, new byte[0], cards);
    }

    @Test
    void unsignedAndSignedByTheShiftOfTheStandard() throws IOException {
        assertThat(read("1B", new byte[] {0}, "TZERO1  = -128").column().type()).isEqualTo(ColumnType.INT8);
        assertThat(read("1B", new byte[] {0}, "TZERO1  = -128").value()).isEqualTo(-128L);
        assertThat(read("1I", new byte[] {-1, -1}, "TZERO1  = 32768").value()).isEqualTo(32767L);
        assertThat(read("1J", new byte[] {127, -1, -1, -1}, "TZERO1  = 2147483648")
                        .value())
                .isEqualTo(4294967295L);
        Read wide = read("1K", new byte[8], "TZERO1  = 9223372036854775808");
        assertThat(wide.column().type()).isEqualTo(ColumnType.UINT64);
        assertThat(wide.value()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void scaledNumbersAndTheirNulls() throws IOException {
        assertThat(read("1I", new byte[] {0, 5}, "TSCAL1  = 0.5", "TZERO1  = 1.0D1")
                        .value())
                .isEqualTo(12.5);
        assertThat(read("1I", new byte[] {0, 5}, "TSCAL1  = 0.5", "TNULL1  = 5").value())
                .isNull();
        assertThat(read("1J", new byte[] {0, 0, 0, 7}, "TNULL1  = 7").value()).isNull();
    }

    @Test
    void bitsLogicalsAndComplexNumbers() throws IOException {
        assertThat(read("10X", new byte[] {(byte) 0b1010_0000, 0b0100_0000}).value())
                .isEqualTo(List.of(true, false, true, false, false, false, false, false, false, true));
        assertThat(read("1L", new byte[] {'T'}).value()).isEqualTo(true);
        assertThat(read("1L", new byte[] {0}).value()).isNull();
        Read complex =
                read("1M", ByteBuffer.allocate(16).putDouble(1.5).putDouble(-2).array());
        assertThat(complex.column().shape()).isEqualTo(Shape.of(2));
        assertThat(complex.value()).isEqualTo(List.of(1.5, -2.0));
    }

    @Test
    void dimensionsAndArraysOfStrings() throws IOException {
        assertThat(read("6B", new byte[] {1, 2, 3, 4, 5, 6}, "TDIM1   = '(3,2)'")
                        .column()
                        .shape())
                .isEqualTo(Shape.of(2, 3));
        byte[] text = "ab cdef   ".getBytes(StandardCharsets.US_ASCII);
        assertThat(read("10A5", text).value()).isEqualTo(List.of("ab cd", "ef"));
        assertThat(read("10A", text, "TDIM1   = '(5,2)'").value()).isEqualTo(List.of("ab cd", "ef"));
        assertThat(read("10A", new byte[10]).value()).isNull();
        assertThat(read("2A", new byte[] {' ', ' '}).value()).isEqualTo("");
    }

    @Test
    void arraysInTheHeap() throws IOException {
        byte[] narrow = ByteBuffer.allocate(8).putInt(2).putInt(1).array();
        byte[] wide = ByteBuffer.allocate(16).putLong(3).putLong(0).array();
        assertThat(read("1PI(2)", narrow, new byte[] {9, 0, 1, 0, 2}).value()).isEqualTo(List.of(1L, 2L));
        assertThat(read("1QB(3)", wide, new byte[] {7, 8, 9}).value()).isEqualTo(List.of(7L, 8L, 9L));
        assertThat(read("1QA(3)", wide, new byte[] {'a', 'b', 'c'}).value()).isEqualTo("abc");
        assertThat(read("1QX(3)", wide, new byte[] {(byte) 0b0110_0000}).value())
                .isEqualTo(List.of(false, true, true));
    }

    @Test
    void namesUnitsAndDescriptions() throws IOException {
        Column column = read(
                        "1B",
                        new byte[1],
                        "TTYPE1  = 'nhit'               / number of hits",
                        "TUNIT1  = 'count'",
                        "TUCD1   = 'meta.number'")
                .column();
        assertThat(column)
                .isEqualTo(
                        new Column("nhit", ColumnType.UINT8, Shape.SCALAR, "count", "meta.number", "number of hits"));
        assertThat(read("1B", new byte[1], "TTYPE1  = 'nhit'    / label for field   1")
                        .column()
                        .description())
                .isNull();
    }
}
