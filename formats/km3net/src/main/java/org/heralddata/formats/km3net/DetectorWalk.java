package org.heralddata.formats.km3net;

import java.io.Closeable;
import java.io.IOException;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The modules of a detector description, one after the other. */
interface DetectorWalk extends Closeable {

    /** What was said before the first module. */
    SequencedMap<String, String> facts();

    /** The next module; null after the last. */
    @Nullable
    DetectorModule next() throws IOException;
}
