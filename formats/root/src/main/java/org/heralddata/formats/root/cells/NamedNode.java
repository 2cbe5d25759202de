package org.heralddata.formats.root.cells;

import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.file.RootFormatException;

/** An object with the name of its class before it, as the branches of ROOT 2 and 3 have them ({@code TLeafObject}). */
public final class NamedNode extends Node {
    private final String className;
    private final Node object;

    /** @param className what all objects must be of, since the columns are those of this class */
    public NamedNode(String className, Node object) {
        this.className = className;
        this.object = object;
    }

    @Override
    public void read(RootBuffer in, int count) {
        for (int i = 0; i < count; i++) {
            int length = in.u8();
            String name = in.zeroTerminated();
            if (name.length() != length) {
                throw in.broken(
                        "the name of a class has %d letters where %d are told".formatted(name.length(), length));
            }
            if (!name.equals(className)) {
                throw RootFormatException.unsupported(
                        "objects of the class `%s` beside `%s`".formatted(name, className));
            }
            object.read(in, 1);
        }
    }

    @Override
    int least() {
        return 2;
    }
}
