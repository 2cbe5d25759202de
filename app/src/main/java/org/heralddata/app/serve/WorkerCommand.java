package org.heralddata.app.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.jobs.JobWorker;
import org.heralddata.jobs.JobsStatus;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code herald worker}. */
@Command(
        name = "worker",
        description = {
            "Work on requests and queries of a home until Ctrl-C, beside its server.",
            "",
            "On another machine name the server's PostgreSQL by --db and its home, mounted there, by --home."
        },
        mixinStandardHelpOptions = true)
public final class WorkerCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "jobs at a time (default: `jobs.workers` of the settings, else as many as processors)")
    private @Nullable Integer jobs;

    @Option(names = "--list", description = "tell which processes work, and end")
    private boolean list;

    public WorkerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Home opened = home.open();
        if (list) {
            try (opened) {
                tell(Workplace.status(opened));
            }
            return ExitStatus.DONE.code();
        }
        try {
            Workplace.mark(opened, false).require();
        } catch (RuntimeException refused) {
            opened.close();
            throw refused;
        }
        Site.work(
                opened,
                () -> Services.worker(opened, jobs),
                console,
                places -> console.out()
                        .printf(
                                "Herald works on jobs of %s, %d at a time  (Ctrl-C ends and gives back what is not done)%n",
                                home.path(), places));
        return ExitStatus.DONE.code();
    }

    private void tell(JobsStatus status) {
        List<JobWorker> workers = status.workers();
        console.out().printf("%d jobs run, %d wait%n", status.running(), status.queued());
        if (workers.isEmpty()) {
            console.out().println("Nobody works: `herald worker` or `herald serve` does.");
            return;
        }
        console.out()
                .printf(
                        "%-20s %8s %9s %10s %-12s %s%n",
                        "host", "process", "running", "of at most", "sign of life", "serves at");
        Instant now = Instant.now();
        for (JobWorker worker : workers) {
            long silent = Math.max(0, Duration.between(worker.seen(), now).toSeconds());
            console.out()
                    .printf(
                            "%-20s %8d %9d %10d %-12s %s%n",
                            worker.host(),
                            worker.pid(),
                            worker.running(),
                            worker.workers(),
                            worker.alive() ? silent + " s ago" : "gone",
                            worker.url() == null ? "" : worker.url());
        }
    }
}
