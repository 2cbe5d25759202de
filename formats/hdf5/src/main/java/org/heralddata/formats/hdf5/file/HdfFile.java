package org.heralddata.formats.hdf5.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** An open HDF5 file. For one thread. */
public final class HdfFile implements Closeable {

    /** What a path of the file leads to. */
    public sealed interface Node {
        record OfGroup(Group group) implements Node {}

        record OfDataset(Dataset dataset) implements Node {}

        /** A committed datatype. */
        record OfType() implements Node {}
    }

    private final Source source;
    private final GlobalHeap heap;

    private HdfFile(Source source) {
        this.source = source;
        heap = new GlobalHeap(source);
    }

    /**
     * @throws FormatException if it is not HDF5, or cut short
     */
    public static HdfFile open(Path file) throws IOException {
        return new HdfFile(Source.open(file));
    }

    public long rootAddress() {
        return source.superblock().root();
    }

    public Group root() {
        return Group.read(source, "/", ObjectHeader.read(source, rootAddress()));
    }

    /** Reads the header of an object. */
    public Node node(String path, long address) {
        ObjectHeader header = ObjectHeader.read(source, address);
        if (header.first(Message.DATASPACE).isPresent()) {
            return new Node.OfDataset(Dataset.read(source, path, header));
        }
        if (header.first(Message.DATATYPE).isPresent()) {
            return new Node.OfType();
        }
        return new Node.OfGroup(Group.read(source, path, header));
    }

    /** Elements of variable length. */
    public GlobalHeap heap() {
        return heap;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
