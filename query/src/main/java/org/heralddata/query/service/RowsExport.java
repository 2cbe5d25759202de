package org.heralddata.query.service;

import java.io.IOException;
import java.io.OutputStream;
import org.heralddata.model.table.Batch;
import org.heralddata.query.Export;
import org.heralddata.query.RowStream;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.jspecify.annotations.Nullable;

/** Rows that are written as they come. */
final class RowsExport implements Export {

    /** Is told how fast rows were written. */
    interface Measuring {
        void measured(String format, long bytes, double seconds);
    }

    private final TableWriter writer;
    private final TableHeader header;
    private final String name;
    private final RowStream rows;
    private final Measuring measuring;
    private final @Nullable Batch first;

    /** Waits for the first rows, so that a query that fails is refused before anything is written. */
    RowsExport(TableWriter writer, TableHeader header, String name, RowStream rows, Measuring measuring) {
        this.writer = writer;
        this.header = header;
        this.name = name;
        this.rows = rows;
        this.measuring = measuring;
        try {
            first = rows.next();
        } catch (RuntimeException refused) {
            rows.close();
            throw refused;
        }
    }

    @Override
    public String mediaType() {
        return writer.mediaType();
    }

    @Override
    public String fileName() {
        return name + "." + writer.extension();
    }

    @Override
    public TableHeader header() {
        return header;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var counted = new CountedOutput(out);
        long start = System.nanoTime();
        try (TableSink sink = writer.open(counted, header)) {
            for (Batch batch = first; batch != null; batch = rows.next()) {
                sink.write(batch);
            }
            sink.finish();
        }
        double seconds = (System.nanoTime() - start) / 1e9 - counted.waitedSeconds();
        measuring.measured(writer.format().value(), counted.bytes(), seconds);
    }

    @Override
    public void close() {
        rows.close();
    }
}
