package org.heralddata.store;

import java.util.List;
import java.util.Map;
import org.heralddata.model.files.FileChange;
import org.heralddata.model.files.FileContent;
import org.heralddata.model.files.FileMetadata;
import org.heralddata.model.files.FileState;

/**
 * The right to register the files of a collection. Every call is a transaction of its own: killed at any moment, what was
 * registered stays and the rest is found by the next scan. For one thread.
 */
public interface FileRegistration extends AutoCloseable {

    /**
     * A file as it was registered.
     *
     * @param rules by which it was read
     */
    record Known(FileContent content, FileState state, String rules) {}

    /**
     * A file as it is now.
     *
     * @param change what is new of it
     */
    record Seen(String path, FileState state, FileContent content, FileMetadata metadata, FileChange change) {}

    /** All files registered, by path. */
    Map<String, Known> known();

    /** Registers files, all or none. */
    void register(List<Seen> files);

    /** Files whose content is as before though they were written again. */
    void touched(Map<String, FileContent> files);

    /** Files that are there again, as before. */
    void returned(List<String> paths);

    /** Files that are not there any more. What is known of them is kept. */
    void vanished(List<String> paths);

    /** Lets others register. */
    @Override
    void close();
}
