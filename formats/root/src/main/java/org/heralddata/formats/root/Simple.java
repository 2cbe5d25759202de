package org.heralddata.formats.root;

import org.heralddata.formats.root.file.Entry;
import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.streamer.HandWritten;
import org.heralddata.formats.root.streamer.ObjectReader;
import org.heralddata.formats.root.streamer.RootObject;
import org.heralddata.formats.root.table.OpenFile;

/** Reads an object that is no table. */
final class Simple {

    private Simple() {}

    /** True of classes that files need not describe. */
    static boolean knows(String className) {
        return HandWritten.knows(className);
    }

    static RootObject read(OpenFile file, Entry entry, ObjectReader reader) {
        RootBuffer bytes = file.file().payload(entry.key());
        return reader.read(bytes, entry.key().className());
    }
}
