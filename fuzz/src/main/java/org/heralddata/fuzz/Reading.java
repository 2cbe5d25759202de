package org.heralddata.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;

/**
 * Reads all that a file has to give, within limits, and holds the reader to its contract. Nothing is thrown where it keeps
 * to it: a {@link Refusal} is a good answer, every other exception a finding.
 */
final class Reading {
    /** Rows after which a table is left; a file may rightly hold as many (HDF5 without a byte of them). */
    private static final long ENOUGH_ROWS = 200_000;

    private static final long ENOUGH_NANOSECONDS = 1_000_000_000;
    private static final int ENOUGH_TABLES = 100;

    private Reading() {}

    /** True if everything was read, false if the reader refused. */
    static boolean read(TableReader reader, Path path, ReadOptions options) throws IOException {
        reader.recognise(FileHead.of(path));
        try (TableFile file = reader.open(path, options)) {
            file.metadata().forEach((key, value) -> claim(key != null && value != null, "metadata of null", key));
            Set<String> names = new HashSet<>();
            for (SourceTable table : file.tables()) {
                claim(!table.name().isEmpty() && names.add(table.name()), "table name twice", table.name());
                claim(!table.columns().isEmpty(), "table without columns", table.name());
                Set<String> columns = new HashSet<>();
                for (Column column : table.columns()) {
                    claim(columns.add(column.name()), "column name twice", column.name());
                }
            }
            long end = System.nanoTime() + ENOUGH_NANOSECONDS;
            for (SourceTable table : file.tables().stream().limit(ENOUGH_TABLES).toList()) {
                if (System.nanoTime() < end) {
                    read(file, table, end);
                }
            }
            file.notices().forEach(Reading::checkWords);
            return true;
        } catch (Refusal refusal) {
            refusal.diagnostics().forEach(Reading::checkWords);
            return false;
        }
    }

    private static void read(TableFile file, SourceTable table, long end) throws IOException {
        long rows = 0;
        try (TableCursor cursor = file.read(table.name(), List.of())) {
            Batch batch = cursor.next();
            while (batch != null && rows < ENOUGH_ROWS && System.nanoTime() < end) {
                rows += batch.rows();
                claim(batch.vectors().size() == table.columns().size(), "vectors missing", table.name());
                for (int c = 0; c < table.columns().size(); c++) {
                    check(table.columns().get(c), batch.vectors().get(c));
                }
                batch = cursor.next();
            }
            if (table.rows().isPresent()) {
                long told = table.rows().getAsLong();
                claim(batch == null ? rows == told : rows <= told, "rows of table, not", rows, table.name(), told);
            }
        }
    }

    private static void check(Column column, Vector vector) {
        if (!(vector instanceof Vector.Lists lists)) {
            claim(column.shape().isScalar(), "should hold lists", column.name());
            return;
        }
        claim(!column.shape().isScalar(), "should hold no lists", column.name());
        int block = Math.max(1, column.shape().fixedElements());
        int[] offsets = lists.offsets();
        for (int r = 0; r < lists.size(); r++) {
            int length = offsets[r + 1] - offsets[r];
            claim(length >= 0, "offsets fall", column.name());
            claim(length % block == 0, "odd number of elements", length, column.name());
        }
        claim(offsets[lists.size()] <= lists.elements().size(), "offsets beyond the end", column.name());
    }

    static void checkWords(Diagnostic diagnostic) {
        String message = diagnostic.message();
        claim(!message.isBlank() && !message.endsWith("."), "words", message);
        claim(!message.contains("Exception") && !message.contains("java."), "words", message);
        claim(message.length() < 5000, "length of message", message.length());
    }

    private static void claim(boolean so, String otherwise, Object... values) {
        if (!so) {
            throw new BrokenContract(otherwise + ": " + Arrays.toString(values));
        }
    }

    /** A reader gave what its contract forbids. */
    static final class BrokenContract extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenContract(String message) {
            super(message);
        }
    }
}
