package org.heralddata.ingest;

/** Told how an ingest goes on; called from its thread, often: whoever draws decides how often to. */
public interface Progress {

    /** Tells nobody. */
    Progress NONE = _ -> {};

    void at(State state);

    /**
     * Where an ingest is.
     *
     * @param table  being filled
     * @param rows   of all tables so far
     * @param bytes  of files read so far, about
     * @param ofBytes of all files
     * @param files  wholly read so far
     * @param ofFiles all files
     */
    record State(String table, long rows, long bytes, long ofBytes, int files, int ofFiles) {}
}
