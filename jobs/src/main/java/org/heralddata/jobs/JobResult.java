package org.heralddata.jobs;

import java.util.Map;

/**
 * A file that a job made.
 *
 * @param name  unique within the job
 * @param path  within the job's folder
 * @param bytes its size
 * @param notes what is to be said of it besides, such as that rows are left out
 */
public record JobResult(String name, String path, String mediaType, long bytes, Map<String, String> notes) {

    public JobResult {
        notes = Map.copyOf(notes);
    }
}
