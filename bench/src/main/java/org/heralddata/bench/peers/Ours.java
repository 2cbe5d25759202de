package org.heralddata.bench.peers;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;

/** Herald's readers and writers. */
final class Ours {

    private Ours() {}

    record Writer(String format, Columns columns, List<Batch> batches) implements Peer {

        @Override
        public String name() {
            return "Herald";
        }

        @Override
        public double run(Path file) throws Exception {
            TableWriter writer = Formats.installed().writer(format).orElseThrow();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                    TableSink sink = writer.open(out, columns.header())) {
                for (Batch batch : batches) {
                    sink.write(batch);
                }
                sink.finish();
            }
            return columns.rows();
        }
    }

    record Reader(String format) implements Peer {

        @Override
        public String name() {
            return "Herald";
        }

        @Override
        public double run(Path path) throws Exception {
            TableReader reader = Formats.installed().reader(format).orElseThrow();
            double sum = 0;
            try (TableFile file = reader.open(path, ReadOptions.NONE);
                    TableCursor cursor = file.read(file.tables().getFirst().name(), List.of())) {
                for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                    for (Vector vector : batch.vectors()) {
                        sum += Columns.sum(((Vector.Doubles) vector).values(), vector.size());
                    }
                }
            }
            return sum;
        }
    }
}
