package org.heralddata.spi;

import java.io.IOException;

/** A table in a format that can say, behind the rows, that more would have passed than were written (DALI 1.1, section 4.4.1). */
public interface OverflowSink extends TableSink {

    /** Completes the output, as {@link #finish()} does, and says that rows are left out. */
    void finishCut() throws IOException;
}
