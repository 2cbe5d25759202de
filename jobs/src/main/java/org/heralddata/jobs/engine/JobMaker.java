package org.heralddata.jobs.engine;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.jobs.Alongside;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.JobLimits;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.Phase;
import org.heralddata.jobs.Statements;
import org.heralddata.jobs.engine.JobFolders.Arrival;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Makes jobs, and takes the files that come with them. Safe for many threads and processes. */
final class JobMaker {
    private final Rows rows;
    private final JobFolders folders;
    private final Admission admission;
    private final InputRoom files;

    JobMaker(Rows rows, JobFolders folders, Admission admission, InputRoom files) {
        this.rows = rows;
        this.folders = folders;
        this.admission = admission;
        this.files = files;
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
        if (!inputs.isEmpty()) { // before anything is sent that is of no use
            admission.require(rows, job);
            files.requireRoom(rows, 1);
        }
        try {
            List<Arrival> arrived = folders.receive(id, inputs);
            return rows.transaction(transaction -> {
                admission.lock(transaction, job);
                admission.require(transaction, job);
                alongside.run(transaction, id);
                Job made =
                        JobTable.insert(transaction, id, job, phase, quote, duration, limits.kept(), limits.maxKept());
                files.admit(transaction, id, arrived);
                return made;
            });
        } catch (RuntimeException failed) {
            folders.delete(id);
            throw failed;
        }
    }

    /** Why there is no room for one like this now; empty if there is. */
    List<Diagnostic> refusals(NewJob job) {
        try {
            admission.require(rows, job);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.diagnostics();
        }
    }

    /** @throws org.heralddata.model.diagnostic.Refusal if there is no room for it; then one of its name is as it was */
    void add(String id, String name, InputStream content) {
        files.requireRoom(rows, 1);
        List<Arrival> arrived = folders.receive(id, new LinkedHashMap<>(Map.of(name, content)));
        try {
            rows.transaction(transaction -> {
                requirePending(transaction, id);
                files.admit(transaction, id, arrived);
                return arrived;
            });
        } catch (RuntimeException failed) {
            folders.discard(arrived);
            throw failed;
        }
    }

    /** It may have been started or deleted while the file was on its way. */
    private static void requirePending(Statements transaction, String id) {
        String pending = "select id from uws_job where id = ? and phase = 'PENDING' and deleting is null for update";
        if (transaction.ask(pending, _ -> true, id).isEmpty()) {
            throw new Refusal(
                    Diagnostic.error(JobCode.WRONG_PHASE, "the job was started or deleted before the file had come"));
        }
    }
}
