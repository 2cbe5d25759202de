package org.heralddata.formats.root.ntuple.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heralddata.formats.root.ntuple.Annotations;
import org.heralddata.formats.root.write.Container;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.TableHeader;

/** Writes a table into a ROOT file: batches to pages, at last schema, page list and anchor. */
final class NTupleWriter implements Closeable {
    private static final int HEADER = 1;
    private static final int FOOTER = 2;
    private static final int PAGE_LIST = 3;
    private static final int[] VERSION = {1, 0, 0, 1};
    private static final long MAX_KEY = 1L << 30;

    /** A cluster has about as many values in pages: at most 32 MiB of them. */
    private static final long CLUSTER_VALUES = 4 << 20;

    private static final int LARGEST_PAGE = 64 << 10;
    private static final int LEAST_PAGE = 1 << 10;

    /** Values in hand of all columns. */
    private static final int VALUES_IN_HAND = 6 << 20;

    private final Container file;
    private final TableHeader header;
    private final PageStore store;
    private final List<FieldWriter> fields = new ArrayList<>();
    private final List<Long> clusters = new ArrayList<>();
    private long inCluster;
    private long rows;

    private record Stored(long offset, int size, int length) {}

    NTupleWriter(Container file, TableHeader header) {
        this.file = file;
        this.header = header;
        store = new PageStore(file);
        int most = Math.clamp(VALUES_IN_HAND / (2L * header.columns().size()), LEAST_PAGE, LARGEST_PAGE);
        for (Column column : header.columns()) {
            fields.add(field(column, column.shape(), most));
        }
    }

    private FieldWriter field(Column column, Shape shape, int most) {
        if (!shape.isScalar()) {
            return new LevelWriter(shape, field(column, shape.inner(), most), store, most);
        }
        return switch (column.type()) {
            case STRING -> new TextWriter(Coding.CHAR, store, most);
            case BYTES -> new TextWriter(Coding.BYTE, store, most);
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, FLOAT32, FLOAT64, TIMESTAMP ->
                new LeafWriter(column.type(), store, most);
        };
    }

    void write(Batch batch) throws IOException {
        for (int c = 0; c < fields.size(); c++) {
            fields.get(c).write(batch.vectors().get(c), 0, batch.rows());
        }
        inCluster += batch.rows();
        rows += batch.rows();
        if (store.values() >= CLUSTER_VALUES) {
            endCluster();
        }
    }

    private void endCluster() throws IOException {
        if (inCluster > 0) {
            for (FieldWriter field : fields) {
                field.endCluster();
            }
            clusters.add(inCluster);
            inCluster = 0;
            store.forgetValues();
        }
    }

    /** Completes the file, but for its own header. */
    void finish() throws IOException {
        endCluster();
        store.drain();
        var schema = new SchemaWriter();
        var names = new FieldNames();
        for (int c = 0; c < fields.size(); c++) {
            Column column = header.columns().get(c);
            String name = names.take(column.name());
            fields.get(c).describe(schema, SchemaWriter.TOP, name, Annotations.text(column, name));
        }
        String name = FieldNames.of(header.name());
        var head = new Little().u64(0).string(name).string(header.description()).string(Annotations.WRITER);
        schema.describe(head);
        byte[] headEnvelope = head.envelope(HEADER);
        long checksum = Checksums.ofEnvelope(headEnvelope);
        Stored headStored = store(headEnvelope);
        Stored footStored = store(footer(checksum, schema.columns()));
        for (Map.Entry<String, String> entry : header.metadata().entrySet()) {
            file.note(entry.getKey(), entry.getValue());
        }
        // A later cycle, so that a name asked for is the RNTuple's, whatever metadata are called.
        file.anchor(name, header.metadata().containsKey(name) ? 2 : 1, anchor(headStored, footStored));
    }

    private Stored store(byte[] envelope) throws IOException {
        byte[] bytes = file.compress(envelope);
        return new Stored(file.blob(bytes), bytes.length, envelope.length);
    }

    private byte[] footer(long checksum, List<PagedColumn> columns) throws IOException {
        Stored pages = store(pageList(checksum, columns));
        var out = new Little().u64(0).u64(checksum);
        int extension = out.record();
        SchemaWriter.describeNothing(out, 4);
        out.end(extension);
        int groups = out.list(1);
        int group = out.record();
        out.u64(0).u64(rows).u32(clusters.size()).u64(pages.length()).locator(pages.offset(), pages.size());
        out.end(group);
        out.endList(groups);
        return out.envelope(FOOTER);
    }

    private byte[] pageList(long checksum, List<PagedColumn> columns) {
        var out = new Little().u64(checksum);
        int summaries = out.list(clusters.size());
        long first = 0;
        for (long entries : clusters) {
            int record = out.record();
            out.u64(first).u64(entries);
            out.end(record);
            first += entries;
        }
        out.endList(summaries);
        int all = out.list(clusters.size());
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            int list = out.list(columns.size());
            for (PagedColumn column : columns) {
                column.describe(cluster, file.setting(), out);
            }
            out.endList(list);
        }
        out.endList(all);
        return out.envelope(PAGE_LIST);
    }

    /** Big-endian, as all objects of a ROOT file. */
    private static byte[] anchor(Stored head, Stored foot) {
        var fields = ByteBuffer.allocate(4 * 2 + 7 * 8);
        for (int part : VERSION) {
            fields.putShort((short) part);
        }
        fields.putLong(head.offset()).putLong(head.size()).putLong(head.length());
        fields.putLong(foot.offset()).putLong(foot.size()).putLong(foot.length());
        fields.putLong(MAX_KEY);
        byte[] bytes = fields.array();
        return ByteBuffer.allocate(6 + bytes.length + 8)
                .putInt(0x4000_0000 | (2 + bytes.length))
                .putShort((short) 2)
                .put(bytes)
                .putLong(Checksums.of(bytes, bytes.length))
                .array();
    }

    @Override
    public void close() {
        store.close();
    }
}
