package org.heralddata.spi;

import java.io.IOException;

/**
 * A table in a format that can say, behind the rows, that the ones that should follow could not be had (DALI 1.1, section 4.4.2), so
 * that a part is not taken for the whole.
 */
public interface FailureSink extends TableSink {

    /**
     * Completes the output, as {@link #finish()} does, and says why it is not all.
     *
     * @param message for people
     */
    void finishFailed(String message) throws IOException;
}
