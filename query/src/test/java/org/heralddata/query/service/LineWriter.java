package org.heralddata.query.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Writes the first column, a string, one line a row. */
final class LineWriter implements TableWriter {

    @Override
    public FormatName format() {
        return new FormatName("lines");
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public double bytesPerRow(TableHeader header) {
        return 37;
    }

    @Override
    public TableSink open(OutputStream out, TableHeader header) {
        return new TableSink() {
            @Override
            public void write(Batch batch) throws IOException {
                for (int i = 0; i < batch.rows(); i++) {
                    String line = ((Vector.Strings) batch.vectors().getFirst()).values()[i] + "\n";
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                }
            }

            @Override
            public void finish() {}

            @Override
            public void close() {}
        };
    }
}
