package org.heralddata.jobs.engine;

import java.util.Optional;
import org.heralddata.model.diagnostic.Diagnostic;

/** The folders that all processes on one database have in common. Safe for many threads. */
public interface SharedFolders {
    /** There are none: one process works alone. */
    SharedFolders NONE = Optional::empty;

    /** Why nothing may be read or written there now; empty if it may. */
    Optional<Diagnostic> problem();
}
