package org.heralddata.jobs.engine;

import java.util.List;
import org.heralddata.jobs.JobCode;
import org.heralddata.jobs.Statements;
import org.heralddata.jobs.engine.JobFolders.Arrival;
import org.heralddata.jobs.engine.JobFolders.Input;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * Room for files that come with jobs. Their bytes are counted in the transaction that takes them, one such at a time, so that files that come
 * at once are given no more room than files one after the other. Safe for many threads and processes.
 */
final class InputRoom {
    private final JobFolders folders;
    private final long most;
    private boolean told;

    /** @param most bytes of all files that came with jobs */
    InputRoom(JobFolders folders, long most) {
        this.folders = folders;
        this.most = most;
    }

    /** Refuses if there is not room for so many bytes now; others may come first. */
    void requireRoom(Statements statements, long bytes) {
        if (most != Long.MAX_VALUE) {
            tellOfThoseBefore(statements);
            require(statements, bytes);
        }
    }

    /** Keeps files that have come with a job, or none of them. */
    void admit(Statements transaction, String job, List<Arrival> arrived) {
        if (arrived.isEmpty()) {
            return;
        }
        transaction.ask("select pg_advisory_xact_lock(hashtextextended('herald files of jobs', 0))", _ -> true);
        for (Arrival arrival : arrived) {
            transaction.change(
                    "insert into job_input (job, name, bytes) values (?, ?, ?)"
                            + " on conflict (job, name) do update set bytes = excluded.bytes",
                    job,
                    arrival.name(),
                    arrival.bytes());
        }
        if (most != Long.MAX_VALUE) {
            require(transaction, 0);
        }
        arrived.forEach(arrival -> folders.keep(job, arrival));
    }

    private void require(Statements statements, long bytes) {
        long kept = statements
                .ask(
                        "select coalesce(sum(bytes), 0)::int8 from job_input join uws_job on job = id where phase <> 'ARCHIVED'",
                        row -> row.getLong(1))
                .getFirst();
        if (kept > most - bytes) {
            throw new Refusal(Diagnostic.error(
                            JobCode.NO_ROOM,
                            "this server keeps %d MB of files that came with jobs, and no more".formatted(most >> 20))
                    .helped(
                            "delete jobs with tables of yours that you do not need any more, try again later, or send the"
                                    + " table with a query at once: /tap/sync"));
        }
    }

    /** Files of before they were counted so. */
    private synchronized void tellOfThoseBefore(Statements statements) {
        if (told) {
            return;
        }
        for (Input input : folders.inputs()) {
            statements.change(
                    "insert into job_input (job, name, bytes) select id, ?, ? from uws_job where id = ?"
                            + " on conflict (job, name) do nothing",
                    input.name(),
                    input.bytes(),
                    input.job());
        }
        told = true;
    }
}
