package org.heralddata.formats.hdf5.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A group: links to its children, and attributes. */
public final class Group {
    private final Source source;
    private final String path;
    private final ObjectHeader header;
    private final List<Attribute> attributes;

    private Group(Source source, String path, ObjectHeader header) {
        this.source = source;
        this.path = path;
        this.header = header;
        attributes = Attribute.of(source, header);
    }

    static Group read(Source source, String path, ObjectHeader header) {
        return new Group(source, path, header);
    }

    /** Path from the root group; {@code /} for that itself. */
    public String path() {
        return path;
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    public Optional<Attribute> attribute(String name) {
        return attributes.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /** In order of creation where the file keeps it, else of names. */
    public List<Link> links() {
        Optional<Block> table = header.first(Message.SYMBOL_TABLE);
        if (table.isPresent()) {
            return GroupTree.links(source, table.get());
        }
        List<Link> links = new ArrayList<>();
        for (Block block : header.all(Message.LINK)) {
            links.add(Link.read(block));
        }
        header.first(Message.LINK_INFO).ifPresent(info -> dense(info, links));
        return links;
    }

    private void dense(Block info, List<Link> links) {
        info.version(0, "link info");
        int flags = info.u8();
        info.skip((flags & 1) != 0 ? 8 : 0);
        long heapAddress = info.address();
        long names = info.address();
        long order = (flags & 2) != 0 ? info.address() : Block.UNDEFINED;
        if (heapAddress == Block.UNDEFINED) {
            return;
        }
        var heap = new FractalHeap(source, heapAddress);
        boolean ordered = order != Block.UNDEFINED;
        TreeV2.read(source, ordered ? order : names, record -> {
            record.skip(ordered ? 8 : 4);
            links.add(Link.read(heap.object(record.slice(heap.idLength()))));
        });
    }
}
