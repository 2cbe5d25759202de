package org.heralddata.jobs.request.pack;

import java.io.IOException;
import java.io.OutputStream;
import org.heralddata.jobs.JobRun;

/** Each file a result of the job. */
record FolderOutput(JobRun run) implements PackageOutput {

    @Override
    public OutputStream file(String name, String mediaType) throws IOException {
        return run.result(name, name, mediaType);
    }

    @Override
    public void close() {
        // each file was closed by itself
    }
}
