package org.heralddata.bench.peers;

import java.nio.file.Path;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import uk.ac.starlink.fits.FitsTableBuilder;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.PrimitiveArrayColumn;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableOutput;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.util.FileDataSource;

/** STIL and nom-tam-fits. */
final class FitsPeers {

    private FitsPeers() {}

    record StilReader() implements Peer {

        @Override
        public String name() {
            return "STIL";
        }

        @Override
        public double run(Path file) throws Exception {
            StarTable table = new FitsTableBuilder()
                    .makeStarTable(new FileDataSource(file.toFile()), false, StoragePolicy.PREFER_MEMORY);
            double sum = 0;
            int width = table.getColumnCount();
            try (RowSequence rows = table.getRowSequence()) {
                while (rows.next()) {
                    for (int c = 0; c < width; c++) {
                        sum += (Double) rows.getCell(c);
                    }
                }
            }
            return sum;
        }
    }

    record StilWriter(Columns columns) implements Peer {

        @Override
        public String name() {
            return "STIL";
        }

        @Override
        public double run(Path file) throws Exception {
            ColumnStarTable table = ColumnStarTable.makeTableWithRows(columns.rows());
            for (int c = 0; c < columns.values().length; c++) {
                table.addColumn(PrimitiveArrayColumn.makePrimitiveColumn(
                        new ColumnInfo("c" + c, Double.class, ""), columns.values()[c]));
            }
            new FitsTableWriter().writeStarTable(table, file.toString(), new StarTableOutput());
            return columns.rows();
        }
    }

    record NomTamReader() implements Peer {

        @Override
        public String name() {
            return "nom-tam-fits";
        }

        @Override
        public double run(Path file) throws Exception {
            double sum = 0;
            try (Fits fits = new Fits(file.toFile())) {
                BinaryTable table = ((BinaryTableHDU) fits.getHDU(1)).getData();
                for (int c = 0; c < table.getNCols(); c++) {
                    double[] column = (double[]) table.getColumn(c);
                    sum += Columns.sum(column, column.length);
                }
            }
            return sum;
        }
    }

    record NomTamWriter(Columns columns) implements Peer {

        @Override
        public String name() {
            return "nom-tam-fits";
        }

        @Override
        public double run(Path file) throws Exception {
            try (Fits fits = new Fits()) {
                fits.addHDU(BinaryTable.fromColumnMajor(columns.values()).toHDU());
                fits.write(file.toFile());
            }
            return columns.rows();
        }
    }
}
