package org.heralddata.formats.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables compressed by tiles hold what the plain ones hold. */
class CompressedTablesTest {

    @TempDir
    private Path folder;

    /** Every algorithm for the columns that fpack takes it for, in tiles of 600 rows of which the last has 200. */
    private static final String PACK = """
            import subprocess, sys
            import numpy as np
            from astropy.io import fits
            rng = np.random.default_rng(1)
            n = 2000
            walk = np.cumsum(rng.integers(-90, 90, n))
            columns = [
                fits.Column('bytes', 'B', array=(walk % 251).astype('u1')),
                fits.Column('shorts', 'I', array=walk.astype('i2')),
                fits.Column('unsigned', 'I', bzero=32768, array=rng.integers(0, 65535, n).astype('u2')),
                fits.Column('ints', '2J', array=np.stack([walk * 1000, rng.integers(-2**31, 2**31, n)], 1).astype('i4')),
                fits.Column('same', 'J', array=np.full(n, 7, 'i4')),
                fits.Column('longs', 'K', array=rng.integers(-2**60, 2**60, n)),
                fits.Column('floats', 'E', unit='TeV', array=rng.normal(size=n).astype('f4')),
                fits.Column('doubles', '3D', array=rng.normal(size=(n, 3))),
                fits.Column('complex', 'C', array=(walk + 1j * rng.normal(size=n)).astype('c8')),
                fits.Column('flags', 'L', array=rng.integers(0, 2, n).astype(bool)),
                fits.Column('texts', '7A', array=np.array(['s%d' % i for i in range(n)])),
                fits.Column('bits', '11X', array=rng.integers(0, 2, (n, 11)).astype(bool))]
            if sys.argv[3] == 'VARYING':
                columns.append(fits.Column('lists', 'PE()', array=np.array([np.arange(i % 4, dtype='f4') for i in range(n)], dtype=object)))
            hdu = fits.BinTableHDU.from_columns(columns, name='T')
            hdu.header['FZTILELN'] = 600
            for i, c in enumerate(columns):
                if sys.argv[3] == 'GZIP_1' or sys.argv[3] == 'RICE_1' and c.format in ('B', 'I', '2J', 'J'):
                    hdu.header['FZALG%d' % (i + 1)] = sys.argv[3]
            hdu.writeto(sys.argv[1])
            subprocess.run(['fpack', '-table', '-O', sys.argv[2], sys.argv[1]], check=True, capture_output=True)
            print(' '.join(sorted(set(v for k, v in fits.open(sys.argv[2])[1].header.items() if k.startswith('ZCTYP')))))
            """;

    private static String pack(Path plain, Path packed, String algorithm) {
        return Oracle.python("astropy", "numpy").and("fpack").run(PACK, plain, packed, algorithm);
    }

    @Test
    void holdWhatFpackPacked() throws IOException {
        for (String algorithm : List.of("GZIP_1", "GZIP_2", "RICE_1")) {
            Path plain = folder.resolve(algorithm + ".fits");
            Path packed = folder.resolve(algorithm + ".fits.fz");
            assertThat(pack(plain, packed, algorithm)).contains(algorithm);
            try (TableFile expected = open(plain);
                    TableFile opened = open(packed)) {
                assertThat(opened.notices()).isEmpty();
                assertThat(columns(opened)).isEqualTo(columns(expected));
                assertThat(Tables.read(opened, "T")).as(algorithm).isEqualTo(Tables.read(expected, "T"));
            }
        }
    }

    @Test
    void tellsOfArraysOfVaryingLength() throws IOException {
        Path packed = folder.resolve("lists.fits.fz");
        pack(folder.resolve("lists.fits"), packed, "VARYING");
        try (TableFile opened = open(packed)) {
            assertThat(columns(opened))
                    .extracting(Column::name)
                    .doesNotContain("lists")
                    .hasSize(12);
            assertThat(opened.notices())
                    .extracting(Diagnostic::message)
                    .singleElement()
                    .asString()
                    .contains("`lists`");
        }
    }

    @Test
    void tellsOfAlgorithmsThatNobodyKnows() throws IOException {
        Path file = TestFits.file()
                .table(
                        16,
                        0,
                        0,
                        1,
                        new byte[0],
                        "TFORM1  = '1QB'",
                        "ZFORM1  = '1J'",
                        "ZCTYP1  = 'MAGIC'",
                        "ZTABLE  = T",
                        "ZTILELEN= 1",
                        "ZNAXIS1 = 4",
                        "ZNAXIS2 = 0")
                .save(folder);
        try (TableFile opened = open(file)) {
            assertThat(opened.tables()).isEmpty();
            assertThat(opened.notices()).extracting(Diagnostic::code).containsExactly(FitsCode.COMPRESSED);
        }
    }

    /** RAWSUM, which the telescope's own program wrote, is the checksum of all rows before they were packed. */
    @Test
    void addUpToTheChecksumOfFactsRawData() throws IOException {
        try (TableFile opened = open(SharedData.file("iact-images/fact-zfits/20160817_016.fits.fz"))) {
            assertThat(opened.tables()).extracting(SourceTable::name).containsExactly("ZDrsCellOffsets", "Events");
            assertThat(rawSum(opened, "ZDrsCellOffsets")).isEqualTo(3842390352L);
        }
    }

    /** The sums of each event as FACT's own zfits.h (fact-project/zfits) reads them. */
    @Test
    void holdWhatFactsOwnProgramReads() throws IOException {
        try (TableFile opened = open(SharedData.file("iact-images/fact-zfits/20160817_016.fits.fz"))) {
            assertThat(sums(opened, "Data")).containsExactly(12064247L, 14846848L, 6517145L, 14885588L, 8898787L);
            assertThat(sums(opened, "StartCellData")).containsExactly(318456L, 50868L, 218691L, 297774L, 106803L);
        }
    }

    private static List<Long> sums(TableFile file, String column) throws IOException {
        List<Long> sums = new ArrayList<>();
        try (TableCursor cursor = file.read("Events", List.of(column))) {
            for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                var lists = (Vector.Lists) batch.vectors().getFirst();
                long[] values = ((Vector.Longs) lists.elements()).values();
                for (int row = 0; row < batch.rows(); row++) {
                    sums.add(Arrays.stream(values, lists.offsets()[row], lists.offsets()[row + 1])
                            .sum());
                }
            }
        }
        return sums;
    }

    @Test
    void readOneColumnAsWell() throws IOException {
        try (TableFile opened = open(SharedData.file("iact-images/fact-zfits/20160817_016.fits.fz"));
                TableCursor cursor = opened.read("Events", List.of("NumBoards", "EventNum"))) {
            Batch batch = Objects.requireNonNull(cursor.next());
            assertThat(((Vector.Longs) batch.vectors().getFirst()).values()).startsWith(40, 40, 40, 40);
            assertThat(((Vector.Longs) batch.vectors().get(1)).values()).startsWith(1, 2, 3, 4);
        }
    }

    private static TableFile open(Path file) throws IOException {
        return new FitsTableReader().open(file, ReadOptions.NONE);
    }

    private static List<Column> columns(TableFile file) {
        return file.tables().getFirst().columns();
    }

    /** The ones' complement sum of the rows, numbers least significant byte first. */
    private static long rawSum(TableFile file, String table) throws IOException {
        List<Column> columns = file.tables().stream()
                .filter(t -> t.name().equals(table))
                .findFirst()
                .orElseThrow()
                .columns();
        var bytes = new ByteArrayOutputStream();
        try (TableCursor cursor = file.read(table, List.of())) {
            for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                for (int row = 0; row < batch.rows(); row++) {
                    for (int c = 0; c < columns.size(); c++) {
                        add(
                                bytes,
                                columns.get(c).type() == ColumnType.INT16 ? 2 : 4,
                                batch.vectors().get(c),
                                row);
                    }
                }
            }
        }
        ByteBuffer words = ByteBuffer.wrap(Arrays.copyOf(bytes.toByteArray(), (bytes.size() + 3) / 4 * 4));
        long sum = 0;
        while (words.hasRemaining()) {
            sum += words.getInt() & 0xffff_ffffL;
            sum = (sum & 0xffff_ffffL) + (sum >>> 32);
        }
        return sum;
    }

    private static void add(ByteArrayOutputStream bytes, int width, Vector vector, int row) {
        switch (vector) {
            case Vector.Lists lists -> {
                for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                    add(bytes, width, lists.elements(), i);
                }
            }
            case Vector.Longs longs -> {
                for (int b = 0; b < width; b++) {
                    bytes.write((int) (longs.values()[row] >> (8 * b)));
                }
            }
            default -> throw new AssertionError("FACT's columns are integers");
        }
    }
}
