package org.heralddata.formats.hdf5.file;

import java.util.List;
import java.util.Optional;
import org.heralddata.formats.hdf5.filter.FilterSpec;

/** A dataset: its type, extent, filters and attributes; its elements through {@link #rows()}. */
public final class Dataset {
    private final Source source;
    private final String path;
    private final ObjectHeader header;
    private final Datatype type;
    private final Dataspace space;
    private final List<FilterSpec> filters;
    private final List<Attribute> attributes;

    private Dataset(Source source, String path, ObjectHeader header) {
        this.source = source;
        this.path = path;
        this.header = header;
        type = DatatypeParser.read(header.require(Message.DATATYPE, "a datatype"));
        space = Dataspace.read(header.require(Message.DATASPACE, "a dataspace"));
        filters = header.first(Message.FILTERS).map(FilterMessage::read).orElse(List.of());
        attributes = Attribute.of(source, header);
    }

    static Dataset read(Source source, String path, ObjectHeader header) {
        return new Dataset(source, path, header);
    }

    /** Path from the root group, such as {@code /events/energy}. */
    public String path() {
        return path;
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public Datatype type() {
        return type;
    }

    public Dataspace space() {
        return space;
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    public Optional<Attribute> attribute(String name) {
        return attributes.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /** Why its elements cannot be read, if that is known beforehand. */
    public Optional<String> unreadable() {
        if (header.first(Message.EXTERNAL_FILES).isPresent()) {
            return Optional.of("its elements lie in another file");
        }
        Optional<String> filter = filters.stream()
                .filter(f -> !f.readable())
                .map(f -> "it is compressed with %s, which Herald does not read".formatted(f.label()))
                .findFirst();
        if (filter.isPresent()) {
            return filter;
        }
        try {
            layout();
            return Optional.empty();
        } catch (FormatException e) {
            if (e.kind() == FormatException.Kind.UNSUPPORTED) {
                return Optional.of("it is " + e.reason());
            }
            throw e;
        }
    }

    /** Its elements from the first row; a scalar counts as one row. */
    public Rows rows() {
        return switch (layout()) {
            case Layout.Compact(var data) -> {
                data.seek(0);
                yield new CompactRows(shape(), data.take(data.remaining()));
            }
            case Layout.Contiguous(var address) -> new ContiguousRows(source, shape(), address, fill());
            case Layout.Chunked chunked ->
                new ChunkedRows(source, shape(), chunked, new ChunkGrid(space, chunked.chunk()), filters, fill());
        };
    }

    private Layout layout() {
        return Layout.read(header.require(Message.LAYOUT, "a data layout"));
    }

    private RowShape shape() {
        return RowShape.of(space, type.size());
    }

    /** The bytes of an element that was never written; zeros if the file names none. */
    private byte[] fill() {
        byte[] fill = new byte[type.size()];
        byte[] given = header.first(Message.FILL_VALUE)
                .map(Dataset::fillValue)
                .or(() -> header.first(Message.OLD_FILL_VALUE).map(b -> b.take(b.size(4))))
                .orElse(fill);
        return given.length == fill.length ? given : fill;
    }

    private static byte[] fillValue(Block block) {
        int version = block.u8();
        boolean given;
        if (version == 3) {
            given = (block.u8() & 0x20) != 0;
        } else {
            block.skip(2);
            given = block.u8() != 0 || version == 1;
        }
        return given && block.remaining() >= 4 ? block.take(block.size(4)) : new byte[0];
    }
}
