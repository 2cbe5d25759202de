package org.heralddata.jobs.engine;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.jobs.Alongside;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobLimits;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.Phase;
import org.jspecify.annotations.Nullable;

/** Makes jobs, and takes the files that come with them. Safe for many threads and processes. */
final class JobMaker {
    private final Rows rows;
    private final JobFolders folders;
    private final Admission admission;

    JobMaker(Rows rows, JobFolders folders, Admission admission) {
        this.rows = rows;
        this.folders = folders;
        this.admission = admission;
    }

    /** @param quote when it will have ended; null if that is not known */
    Job make(
            NewJob job,
            JobLimits limits,
            Phase phase,
            @Nullable Instant quote,
            SequencedMap<String, InputStream> inputs,
            Alongside alongside) {
        String id = Ids.random(26);
        Duration wished = job.duration();
        Duration duration = wished == null ? limits.duration() : limits.granted(wished);
        if (!inputs.isEmpty()) {
            admission.require(rows, job); // before anything is sent that is of no use
        }
        try {
            store(id, inputs);
            return rows.transaction(transaction -> {
                admission.lock(transaction, job);
                admission.require(transaction, job);
                alongside.run(transaction, id);
                return JobTable.insert(transaction, id, job, phase, quote, duration, limits.kept(), limits.maxKept());
            });
        } catch (RuntimeException failed) {
            folders.delete(id);
            throw failed;
        }
    }

    void add(String id, String name, InputStream content) {
        store(id, new LinkedHashMap<>(Map.of(name, content)));
    }

    private void store(String id, SequencedMap<String, InputStream> inputs) {
        if (!inputs.isEmpty()) {
            admission.files();
            folders.store(id, inputs);
            admission.taken();
        }
    }
}
