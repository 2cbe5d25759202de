package org.heralddata.formats.root.ntuple;

import java.util.List;
import java.util.function.BiConsumer;
import org.heralddata.formats.root.file.Entry;
import org.heralddata.formats.root.file.RootFile;
import org.heralddata.formats.root.file.RootFormatException;

/**
 * An RNTuple: its header and footer, and its fields as columns. Immutable.
 *
 * @param writer  the library or program that wrote it
 * @param version of the format, with dots
 * @param entries of all groups together
 */
record NTuple(
        String description,
        String writer,
        String version,
        long headerChecksum,
        List<PlannedColumn> columns,
        List<ClusterGroup> groups,
        long entries) {

    /** @param leftOut told the name of each field that is not read, and why */
    static NTuple read(RootFile file, Entry entry, PageSource source, BiConsumer<String, String> leftOut) {
        Anchor anchor = Anchor.read(file.payload(entry.key()));
        Envelope header = Envelope.read(source, Envelope.HEADER, anchor.header(), anchor.headerLength());
        Frames in = header.content();
        Envelope.passFeatures(in);
        in.string(); // its name, which the key says too
        String description = in.string();
        String writer = in.string();
        var schema = new Schema();
        schema.add(in);
        Frames footer = Envelope.read(source, Envelope.FOOTER, anchor.footer(), anchor.footerLength())
                .content();
        Envelope.passFeatures(footer);
        if (footer.i64() != header.checksum()) {
            throw footer.broken("the footer belongs to another header");
        }
        Frames extension = footer.record();
        if (extension.hasMore()) {
            schema.add(extension);
        }
        List<ClusterGroup> groups = ClusterGroup.readAll(footer);
        long entries = 0;
        for (ClusterGroup group : groups) {
            entries += group.entries();
            if (entries < 0) {
                throw RootFormatException.broken(entry.key().seek(), "its clusters have more entries than can be");
            }
        }
        return new NTuple(
                description,
                writer,
                anchor.version(),
                header.checksum(),
                List.copyOf(new FieldPlanner(schema, leftOut).plan()),
                groups,
                entries);
    }
}
