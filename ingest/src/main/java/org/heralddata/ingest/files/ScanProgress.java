package org.heralddata.ingest.files;

/** Told how a scan goes on; called from its thread, often. */
public interface ScanProgress {

    /** Tells nobody. */
    ScanProgress NONE = (_, _, _) -> {};

    /**
     * @param done  files looked at
     * @param total all files
     * @param path  the last one
     */
    void at(int done, int total, String path);
}
