package org.heralddata.formats.root.streamer;

import java.util.List;

/**
 * One member or base of a class ({@code TStreamerElement}).
 *
 * @param kind       the class that describes it, such as {@code TStreamerBasicType}
 * @param name       of the member; of a base, its class
 * @param title      the comment beside it in the header file; may be empty
 * @param type       ROOT's number of the type, {@code TVirtualStreamerInfo::EReadWrite}
 * @param dimensions of a fixed array; empty if it is none
 * @param typeName   in C++, such as {@code vector<Hit>}
 * @param version    of a base: its class version
 * @param counter    of an array of varying length: the member that counts it; else empty
 * @param content    of an STL sequence: ROOT's number of its elements' type, which tells enumerations from classes; else 0
 */
public record StreamerElement(
        String kind,
        String name,
        String title,
        int type,
        List<Integer> dimensions,
        String typeName,
        int version,
        String counter,
        int content) {

    public StreamerElement {
        dimensions = List.copyOf(dimensions);
    }

    /** The comment without the mark that tells documentation tools of it, such as {@code dox:}; may be empty. */
    public String comment() {
        String text = title.strip();
        for (String mark : List.of("dox:", "!<", "<")) {
            if (text.startsWith(mark)) {
                return text.substring(mark.length()).strip();
            }
        }
        return text;
    }

    public boolean isBase() {
        return kind.equals("TStreamerBase");
    }

    /** True of members that hold an STL container or string. */
    public boolean isStl() {
        return kind.equals("TStreamerSTL") || kind.equals("TStreamerSTLstring");
    }
}
