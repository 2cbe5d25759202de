package org.heralddata.formats.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.heralddata.model.diagnostic.Refusal;
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
import org.junit.jupiter.api.Test;

/** Every FITS file we have: rows, names, counts and sums of every column as astropy reads them. */
class AstropyAgreementTest {

    /** Files that are broken, or that astropy reads otherwise for the reason given. */
    private static boolean refused(String path) {
        return path.endsWith("group_invalid.fits") || path.endsWith("checksum_false.fits");
    }

    @Test
    void refusesWhatIsBroken() throws IOException {
        for (Path file : SharedData.files("fits-votable", AstropyAgreementTest::refused)) {
            assertThat(catchThrowable(() -> summary(file))).as(file.toString()).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void agreesOnEdgeCases() throws IOException {
        compare(fitsFiles("fits-votable"));
    }

    @Test
    void agreesOnGammaRayData() throws IOException {
        compare(fitsFiles("gamma-dl3").stream()
                .filter(p -> !p.toString().matches(".*(cta-caldb|20131103_1[0-5]).*"))
                .toList());
    }

    @Test
    void agreesOnCataloguesAndNeutrinoResponses() throws IOException {
        List<Path> files = new ArrayList<>(fitsFiles("catalogues"));
        files.addAll(fitsFiles("km3net"));
        compare(files);
    }

    private static List<Path> fitsFiles(String folder) throws IOException {
        return SharedData.files(
                folder, path -> (path.contains(".fits") || path.endsWith(".totsky.gz")) && !refused(path));
    }

    private static void compare(List<Path> files) throws IOException {
        assertThat(files).isNotEmpty();
        String told = Oracle.python("astropy", "numpy").and("funpack").run(script(), files.toArray());
        List<String> ours = new ArrayList<>();
        for (Path file : files) {
            ours.addAll(summary(file));
        }
        List<String> theirs = told.lines().toList();
        SoftAssertions all = new SoftAssertions();
        all.assertThat(ours).as("columns").hasSameSizeAs(theirs);
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            compare(all, ours.get(i).split("\t", -1), theirs.get(i).split("\t", -1));
        }
        all.assertAll();
    }

    private static void compare(SoftAssertions all, String[] ours, String[] theirs) {
        String what = String.join(" ", ours);
        for (int i = 0; i < 5; i++) {
            all.assertThat(ours[i]).as(what).isEqualTo(theirs[i]);
        }
        double sum = Double.parseDouble(theirs[5]);
        all.assertThat(Double.parseDouble(ours[5])).as(what).isCloseTo(sum, within(Math.abs(sum) * 1e-6 + 1e-9));
    }

    private static List<String> summary(Path path) throws IOException {
        List<String> lines = new ArrayList<>();
        try (TableFile file = new FitsTableReader().open(path, ReadOptions.NONE)) {
            for (SourceTable table : file.tables()) {
                List<Sum> sums = new ArrayList<>();
                for (Column column : table.columns()) {
                    sums.add(new Sum(column));
                }
                long rows = 0;
                try (TableCursor cursor = file.read(table.name(), List.of())) {
                    for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                        rows += batch.rows();
                        for (int c = 0; c < sums.size(); c++) {
                            sums.get(c).add(batch.vectors().get(c));
                        }
                    }
                }
                for (Sum sum : sums) {
                    lines.add(String.join(
                            "\t",
                            path.toString(),
                            Integer.toString(number(file, table)),
                            Long.toString(rows),
                            sum.column.name(),
                            Long.toString(sum.count),
                            sum.total.toString()));
                }
            }
        }
        return lines;
    }

    private static int number(TableFile file, SourceTable table) {
        return ((FitsFile) file).hduOf(table.name());
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(AstropyAgreementTest.class.getResourceAsStream("tables.py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final class Sum {
        private final Column column;
        private long count;
        private BigDecimal total = BigDecimal.ZERO;

        Sum(Column column) {
            this.column = column;
        }

        void add(Vector vector) {
            switch (vector) {
                case Vector.Lists lists -> add(lists.elements());
                case Vector.Longs longs -> {
                    for (int i = 0; i < longs.size(); i++) {
                        if (column.type() == ColumnType.BOOL || !longs.isNull(i)) {
                            add(integer(longs.values()[i]));
                        }
                    }
                }
                case Vector.Doubles doubles -> {
                    double sum = 0;
                    for (int i = 0; i < doubles.size(); i++) {
                        double value = doubles.values()[i];
                        sum += Double.isFinite(value) ? value : 0;
                        count++;
                    }
                    total = total.add(BigDecimal.valueOf(sum));
                }
                case Vector.Strings strings -> {
                    for (int i = 0; i < strings.size(); i++) {
                        String value = strings.values()[i];
                        if (value != null && !value.isEmpty()) {
                            add(BigDecimal.valueOf(value.length()));
                        }
                    }
                }
                case Vector.Blobs _ -> throw new AssertionError("no FITS column is of bytes");
            }
        }

        private BigDecimal integer(long value) {
            return column.type() == ColumnType.UINT64
                    ? new BigDecimal(new BigInteger(Long.toUnsignedString(value)))
                    : BigDecimal.valueOf(value);
        }

        private void add(BigDecimal value) {
            count++;
            total = total.add(value);
        }
    }
}
