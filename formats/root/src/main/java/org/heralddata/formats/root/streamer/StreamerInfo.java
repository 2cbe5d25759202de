package org.heralddata.formats.root.streamer;

import java.util.List;

/**
 * A version of a class as the file describes it ({@code TStreamerInfo}).
 *
 * @param checksum of the members' names and types; identifies a class without a version of its own
 * @param elements bases and members in the order in which they are written
 */
public record StreamerInfo(String className, int version, int checksum, List<StreamerElement> elements) {
    public StreamerInfo {
        elements = List.copyOf(elements);
    }
}
