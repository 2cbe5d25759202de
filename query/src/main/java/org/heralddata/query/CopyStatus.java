package org.heralddata.query;

import java.util.List;

/**
 * How far the copies are.
 *
 * @param tables   that are to have one
 * @param ready    that have
 * @param bytes    on disk
 * @param problems why some have none, a sentence each
 */
public record CopyStatus(int tables, int ready, long bytes, List<String> problems) {
    /** Of an engine that has no copies. */
    public static final CopyStatus NONE = new CopyStatus(0, 0, 0, List.of());

    public CopyStatus {
        problems = List.copyOf(problems);
    }
}
