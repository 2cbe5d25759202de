package org.heralddata.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** One execution of a job. For the thread of the execution. */
public interface JobRun {

    /** As it was when it began. */
    Job job();

    /** A file that came with the job, by its name there. */
    Path input(String name);

    /**
     * Begins a file of the job's results, to be closed by the caller. Nobody sees it before the whole job is COMPLETED.
     *
     * @param name     of the result within the job
     * @param fileName letters, digits, dots, hyphens and underscores
     */
    OutputStream result(String name, String fileName, String mediaType) throws IOException;

    /** Says something of a result that was begun. */
    void note(String result, String key, String value);

    /** Tells how far it is, from 0 to 1. */
    void progress(double done);

    /** Tells how far it is, and how much that is. */
    void progress(JobProgress done);
}
