package org.heralddata.serve.vo.uws;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFilter;
import org.heralddata.jobs.JobParameter;
import org.heralddata.jobs.JobResult;
import org.heralddata.jobs.Jobs;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.Phase;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** The resources of a job list and its jobs (UWS 1.1, section 2.2). Safe for many threads. */
public final class UwsService {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** Parameters that speak of the job, not to its work. */
    private static final Set<String> CONTROL =
            Set.of("PHASE", "ACTION", "EXECUTIONDURATION", "DESTRUCTION", "RUNID", "WAIT");

    private final Jobs jobs;
    private final String kind;
    private final Function<Job, UwsReply> error;

    /**
     * @param kind  of the jobs in the list
     * @param error what the error resource of a job that failed holds
     */
    public UwsService(Jobs jobs, String kind, Function<Job, UwsReply> error) {
        this.jobs = jobs;
        this.kind = kind;
        this.error = error;
    }

    public UwsReply answer(UwsAsked asked) throws IOException, InterruptedException {
        if (asked.path().isEmpty()) {
            return switch (asked.method()) {
                case GET -> list(asked);
                case POST -> create(asked);
                case DELETE -> throw notAllowed("a list of jobs cannot be deleted");
            };
        }
        Job job = ours(asked);
        return switch (asked.path().size()) {
            case 1 -> job(asked, job);
            case 2 -> resource(asked, job, asked.path().get(1).toLowerCase(Locale.ROOT));
            case 3 -> result(asked, job);
            default -> throw noResource(asked);
        };
    }

    private Job ours(UwsAsked asked) {
        String id = asked.path().getFirst();
        return jobs.find(id)
                .filter(job -> job.kind().equals(kind))
                .filter(job -> job.owner() == null
                        || asked.operator()
                        || job.owner().equals(asked.owner().orElse(null)))
                .orElseThrow(() -> new Refusal(
                        Diagnostic.error(org.heralddata.jobs.JobCode.NO_JOB, "there is no job `%s`".formatted(id))
                                .helped("jobs are swept away at their destruction time")));
    }

    private UwsReply list(UwsAsked asked) {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        for (JobParameter parameter : asked.parameters()) {
            if (parameter.name().equalsIgnoreCase("PHASE")) {
                phases.add(phase(parameter.value()));
            }
        }
        Instant after =
                asked.parameter("AFTER").map(text -> time("AFTER", text)).orElse(null);
        Integer last = asked.parameter("LAST")
                .map(text -> Math.toIntExact(Math.min(Integer.MAX_VALUE, whole("LAST", text))))
                .orElse(null);
        @Nullable String owner = asked.owner().orElse(null);
        var filter = new JobFilter(kind, owner, asked.origin(), phases, after, last);
        return UwsReply.xml(UwsXml.jobs(jobs.list(filter), asked.url()));
    }

    private UwsReply create(UwsAsked asked) throws IOException {
        boolean run = asked.parameter("PHASE").map(UwsService::isRun).orElse(false);
        @Nullable String owner = asked.owner().orElse(null);
        var job = new NewJob(
                kind,
                owner,
                owner == null ? asked.origin() : null,
                asked.parameter("RUNID").orElse(null),
                asked.parameter("EXECUTIONDURATION")
                        .map(text -> Duration.ofSeconds(whole("EXECUTIONDURATION", text)))
                        .orElse(null),
                asked.parameter("DESTRUCTION")
                        .map(text -> time("DESTRUCTION", text))
                        .orElse(null),
                work(asked.parameters()));
        Job made = jobs.create(job, asked.files(), run);
        return new UwsReply.SeeOther(asked.url() + "/" + made.id());
    }

    private UwsReply job(UwsAsked asked, Job job) throws IOException, InterruptedException {
        return switch (asked.method()) {
            case GET -> {
                Optional<String> wait = asked.parameter("WAIT");
                Job shown = wait.isEmpty() ? job : waited(asked, job, wait.get());
                yield UwsReply.xml(UwsXml.job(shown, asked.url() + "/" + job.id()));
            }
            case DELETE -> delete(asked, job);
            case POST -> {
                Optional<String> action = asked.parameter("ACTION");
                if (action.isPresent()) {
                    if (!action.get().equalsIgnoreCase("DELETE")) {
                        throw bad("ACTION", action.get(), "DELETE");
                    }
                    yield delete(asked, job);
                }
                yield change(asked, job);
            }
        };
    }

    /** Section 2.2.1.1; negative for as long as we may. */
    private Job waited(UwsAsked asked, Job job, String seconds) throws InterruptedException {
        long given;
        try {
            given = Long.parseLong(seconds.strip());
        } catch (NumberFormatException unreadable) {
            throw bad("WAIT", seconds, "a number of seconds");
        }
        Duration most = given < 0 || given > LONGEST_WAIT.toSeconds() ? LONGEST_WAIT : Duration.ofSeconds(given);
        @Nullable Phase known = asked.parameter("PHASE").map(UwsService::phase).orElse(null);
        return jobs.await(job.id(), known, most);
    }

    private UwsReply delete(UwsAsked asked, Job job) {
        jobs.delete(job.id());
        return new UwsReply.SeeOther(asked.url());
    }

    /** Everything that a POST may change, then the phase. */
    private UwsReply change(UwsAsked asked, Job job) throws IOException {
        String id = job.id();
        for (Map.Entry<String, InputStream> file : asked.files().entrySet()) {
            jobs.input(id, file.getKey(), file.getValue());
        }
        List<JobParameter> more = work(asked.parameters());
        if (!more.isEmpty()) {
            jobs.parameters(id, old -> merged(old, more));
        }
        asked.parameter("RUNID").ifPresent(text -> jobs.runId(id, text));
        asked.parameter("EXECUTIONDURATION")
                .ifPresent(text -> jobs.duration(id, Duration.ofSeconds(whole("EXECUTIONDURATION", text))));
        asked.parameter("DESTRUCTION").ifPresent(text -> jobs.destruction(id, time("DESTRUCTION", text)));
        asked.parameter("PHASE").ifPresent(text -> {
            if (isRun(text)) {
                jobs.start(id);
            } else {
                jobs.abort(id);
            }
        });
        return new UwsReply.SeeOther(asked.url() + "/" + id);
    }

    private UwsReply resource(UwsAsked asked, Job job, String name) throws IOException {
        if (asked.method() == UwsAsked.Method.POST
                && Set.of("phase", "executionduration", "destruction", "parameters")
                        .contains(name)) {
            if (!name.equals("parameters") && asked.parameter(name).isEmpty()) {
                throw bad(name.toUpperCase(Locale.ROOT), "", "a value");
            }
            return change(asked, job);
        }
        if (asked.method() != UwsAsked.Method.GET) {
            throw notAllowed("`%s` of a job cannot be changed so".formatted(name));
        }
        String url = asked.url() + "/" + job.id();
        return switch (name) {
            case "phase" -> UwsReply.plain(job.phase().name());
            case "executionduration" ->
                UwsReply.plain(Long.toString(job.duration().toSeconds()));
            case "destruction" -> UwsReply.plain(String.valueOf(UwsTime.text(job.destruction())));
            case "quote" -> UwsReply.plain(job.quote() == null ? "" : String.valueOf(UwsTime.text(job.quote())));
            case "owner" -> UwsReply.plain(job.owner() == null ? "" : job.owner());
            case "parameters" -> UwsReply.xml(UwsXml.parameters(job));
            case "results" -> UwsReply.xml(UwsXml.results(job, url));
            case "error" -> job.failure() == null ? new UwsReply.NotFound("the job has no error") : error.apply(job);
            default -> throw noResource(asked);
        };
    }

    private UwsReply result(UwsAsked asked, Job job) {
        if (!asked.path().get(1).equalsIgnoreCase("results") || asked.method() != UwsAsked.Method.GET) {
            throw noResource(asked);
        }
        Optional<JobResult> result = job.result(asked.path().get(2));
        return result.<UwsReply>map(r -> new UwsReply.File(jobs.file(job, r), r.mediaType(), r.notes()))
                .orElseGet(() -> new UwsReply.NotFound("the job is %s and has no result `%s`"
                        .formatted(job.phase(), asked.path().get(2))));
    }

    private static List<JobParameter> work(List<JobParameter> all) {
        return all.stream()
                .filter(p -> !CONTROL.contains(p.name().toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** A parameter that is given again takes the place of the old one; UPLOAD adds to it. */
    private static List<JobParameter> merged(List<JobParameter> old, List<JobParameter> more) {
        var merged = new ArrayList<JobParameter>();
        for (JobParameter before : old) {
            boolean replaced = more.stream().anyMatch(p -> p.name().equalsIgnoreCase(before.name()));
            if (!replaced || before.name().equalsIgnoreCase("UPLOAD")) {
                merged.add(before);
            }
        }
        merged.addAll(more);
        return merged;
    }

    private static boolean isRun(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "RUN" -> true;
            case "ABORT" -> false;
            default -> throw bad("PHASE", text, "RUN or ABORT");
        };
    }

    private static Phase phase(String text) {
        return Phase.of(text.strip()).orElseThrow(() -> bad("PHASE", text, "a phase such as EXECUTING"));
    }

    private static Instant time(String name, String text) {
        return UwsTime.read(text).orElseThrow(() -> bad(name, text, "a time such as 2026-12-31T00:00:00Z"));
    }

    private static long whole(String name, String text) {
        try {
            long value = Long.parseLong(text.strip());
            if (value >= 0) {
                return Math.min(value, Integer.MAX_VALUE);
            }
        } catch (NumberFormatException unreadable) {
            throw bad(name, text, "a whole number, 0 or more");
        }
        throw bad(name, text, "a whole number, 0 or more");
    }

    private static Refusal bad(String name, String text, String wanted) {
        return new Refusal(Diagnostic.error(
                        UwsCode.BAD_VALUE,
                        "%s cannot be `%s`".formatted(name, text.length() > 60 ? text.substring(0, 60) + "…" : text))
                .helped("give " + wanted));
    }

    private static Refusal notAllowed(String why) {
        return new Refusal(Diagnostic.error(UwsCode.NOT_ALLOWED, why));
    }

    private static Refusal noResource(UwsAsked asked) {
        return new Refusal(Diagnostic.error(
                        UwsCode.NO_RESOURCE,
                        "a job has no `%s`"
                                .formatted(String.join(
                                        "/",
                                        asked.path().subList(1, asked.path().size()))))
                .helped("there are phase, executionduration, destruction, quote, owner, parameters, results, error"));
    }
}
