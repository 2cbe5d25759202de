package org.heralddata.app.check;

import java.io.IOException;

/** A job from creation to deletion (UWS 1.1, section 2.2). */
record JobsCheck() implements VoCheck {
    private static final int WAITS = 12;

    @Override
    public CheckCode code() {
        return CheckCode.JOBS;
    }

    @Override
    public String name() {
        return "an asynchronous job";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        Reply made = node.post(
                "/tap/async",
                "LANG=ADQL",
                "RESPONSEFORMAT=votable/td",
                "RUNID=herald-check",
                "QUERY=SELECT TOP 1 table_name FROM tap_schema.tables");
        String job = made.header("Location");
        if (made.status() != 303 || job.isEmpty()) {
            throw new Unsound(
                    made.url(), "a new job is answered with the status %d instead of 303".formatted(made.status()));
        }
        found.looked();
        try {
            XmlSchemas.check(node.get(job).good(), found);
            phase(node, job, "PENDING", found);
            Reply run = node.post(job + "/phase", "PHASE=RUN");
            found.require(
                    run.status() == 303,
                    run.url(),
                    "PHASE=RUN is answered with the status %d instead of 303".formatted(run.status()),
                    "look at the log of the server");
            String phase = waited(node, job);
            if (phase.equals("COMPLETED")) {
                VoTable result = VoTable.of(node.get(job + "/results/result").good());
                found.require(
                        result.rows().size() == 1,
                        result.url(),
                        "the result has %d rows instead of 1"
                                .formatted(result.rows().size()),
                        "look at the log of the server");
            } else {
                found.add(
                        job,
                        "the job is %s after two minutes".formatted(phase),
                        "are there workers (`jobs.workers`)? is the database of the home well? the job's /error may tell");
            }
        } finally {
            node.delete(job);
        }
        Reply after = node.get(job);
        found.require(
                after.status() == 404,
                job,
                "a deleted job is answered with the status %d instead of 404".formatted(after.status()),
                "look at the log of the server");
    }

    private static void phase(RemoteNode node, String job, String expected, Findings found)
            throws IOException, InterruptedException {
        String phase = node.get(job + "/phase").good().text().strip();
        found.require(
                phase.equals(expected),
                job + "/phase",
                "the job is `%s` instead of %s".formatted(phase, expected),
                "look at the log of the server");
    }

    private static String waited(RemoteNode node, String job) throws IOException, InterruptedException {
        String phase = "";
        for (int i = 0; i < WAITS; i++) {
            phase = Markup.text(Markup.parse(node.get(job + "?WAIT=10").good()), "phase");
            if (!phase.equals("PENDING") && !phase.equals("QUEUED") && !phase.equals("EXECUTING")) {
                break;
            }
        }
        return phase;
    }
}
