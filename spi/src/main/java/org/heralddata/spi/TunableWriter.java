package org.heralddata.spi;

import java.util.List;

/** Implemented by a {@link TableWriter} that leaves choices to the user, such as the compression. */
public interface TunableWriter extends TableWriter {

    /** At least one, names unique, in the order in which users are shown them. */
    List<WriteOption> options();

    /**
     * The same writer with the choices made; its media type and {@link #bytesPerRow} are those of the choices.
     *
     * @param choices checked against {@link #options()}; the usual values where nothing is said
     */
    TableWriter with(WriteOptions choices);
}
