package org.heralddata.ingest.files;

import java.nio.file.attribute.BasicFileAttributes;
import org.heralddata.ingest.source.DataPath;

/** Says whether a file may be read now, or is still being written. */
public interface Settled {

    /** Every file. */
    Settled ALWAYS = (_, _) -> true;

    /** @param now as the file is found */
    boolean isSettled(DataPath file, BasicFileAttributes now);
}
