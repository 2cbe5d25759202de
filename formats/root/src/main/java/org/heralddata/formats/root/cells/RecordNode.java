package org.heralddata.formats.root.cells;

import java.util.List;
import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.streamer.ByteCount;
import org.heralddata.formats.root.streamer.StreamerInfo;

/**
 * Objects of a class, member by member in the order of its description. Classes with code of their own, and whole branches,
 * leave out the header; whether it is there shows in its bytes, and whether it was left out in that all ends where it should.
 */
final class RecordNode extends Node {
    private static final int COUNTED = 0x4000_0000;

    private final StreamerInfo info;
    private final List<StreamerInfo> versions;
    private final List<Node> members;
    private final boolean base;

    /**
     * @param versions all that the file knows of the class
     * @param base     true if this is the part that a class has from another
     */
    RecordNode(StreamerInfo info, List<StreamerInfo> versions, List<Node> members, boolean base) {
        this.info = info;
        this.versions = List.copyOf(versions);
        this.members = List.copyOf(members);
        this.base = base;
    }

    @Override
    public void read(RootBuffer in, int count) {
        for (int i = 0; i < count; i++) {
            if (hasHeader(in)) {
                ByteCount head = ByteCount.read(in);
                if (head.version() <= 0) {
                    in.skip(4); // checksum, compared before
                }
                for (Node member : members) {
                    member.read(in, 1);
                }
                head.check(in, info.className());
            } else {
                bare(in);
            }
        }
    }

    private void bare(RootBuffer in) {
        for (Node member : members) {
            // hand-written code leaves out a TObject at the end
            if (in.remaining() > 0 || !(member instanceof SkipNode skip && skip.isObject())) {
                member.read(in, 1);
            }
        }
    }

    private boolean hasHeader(RootBuffer in) {
        if (in.remaining() < 6) {
            return false;
        }
        int start = in.at();
        int word = in.i32();
        int version = in.i16();
        int checksum = version <= 0 && in.remaining() >= 4 ? in.i32() : 0;
        in.seek(start);
        long end = start + 4L + (word & ~COUNTED);
        if (word < 0 || (word & COUNTED) == 0 || end > in.end() || end < start + 6) {
            return false;
        }
        boolean own = matches(info, version, checksum);
        if (!own && versions.stream().anyMatch(other -> matches(other, version, checksum))) {
            throw RootFormatException.unsupported(
                    "`%s` of version %d beside version %d".formatted(info.className(), version, info.version()));
        }
        return own;
    }

    private static boolean matches(StreamerInfo info, int version, int checksum) {
        return version > 0 ? info.version() == version : info.checksum() == checksum;
    }

    @Override
    void readMember(RootBuffer in, int count) {
        if (base) {
            readMembers(in, count);
        } else {
            read(in, count);
        }
    }

    /** Passes the version before elements kept member by member. */
    void passVersion(RootBuffer in) {
        int version = in.i16();
        int checksum = version > 0 ? 0 : in.i32();
        if (!matches(info, version, checksum)) {
            throw RootFormatException.unsupported(
                    "`%s` of version %d beside version %d".formatted(info.className(), version, info.version()));
        }
    }

    /** All elements' first member, then their second. */
    void readMembers(RootBuffer in, int count) {
        if (count > 0) {
            for (Node member : members) {
                member.readMember(in, count);
            }
        }
    }

    @Override
    int least() {
        return members.stream().mapToInt(Node::least).anyMatch(n -> n > 0) ? 1 : 0;
    }
}
