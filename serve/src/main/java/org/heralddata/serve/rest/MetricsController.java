package org.heralddata.serve.rest;

import java.lang.management.ManagementFactory;
import org.heralddata.jobs.JobsStatus;
import org.heralddata.jobs.request.Requests;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.CopyStatus;
import org.heralddata.query.DataService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures for Prometheus. */
@RestController
class MetricsController {
    private final DataService data;
    private final Traffic traffic;
    private final ObjectProvider<Requests> requests;

    MetricsController(DataService data, Traffic traffic, ObjectProvider<Requests> requests) {
        this.data = data;
        this.requests = requests;
        this.traffic = traffic;
    }

    @GetMapping(path = Api.METRICS_PATH, produces = "text/plain; version=0.0.4; charset=utf-8")
    String metrics() {
        var text = new StringBuilder();
        traffic.describe(text);
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        gauge(text, "jvm_memory_used_bytes{area=\"heap\"}", memory.getUsed());
        gauge(text, "jvm_threads_live", ManagementFactory.getThreadMXBean().getThreadCount());
        gauge(
                text,
                "process_uptime_seconds",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
        var collections = data.collections();
        gauge(text, "herald_collections", collections.size());
        gauge(
                text,
                "herald_rows",
                collections.stream()
                        .map(Release::tables)
                        .flatMap(java.util.List::stream)
                        .mapToLong(PublishedTable::rows)
                        .sum());
        CopyStatus copies = data.copies();
        requests.ifAvailable(all -> {
            JobsStatus jobs = all.jobs().status();
            gauge(text, "herald_jobs_running", jobs.running());
            gauge(text, "herald_jobs_queued", jobs.queued());
            gauge(text, "herald_workers", jobs.working());
        });
        gauge(text, "herald_copies_wanted", copies.tables());
        gauge(text, "herald_copies_ready", copies.ready());
        gauge(text, "herald_copies_bytes", copies.bytes());
        return text.toString();
    }

    private static void gauge(StringBuilder text, String name, long value) {
        int labels = name.indexOf('{');
        text.append("# TYPE ")
                .append(labels < 0 ? name : name.substring(0, labels))
                .append(" gauge\n")
                .append(name)
                .append(' ')
                .append(value)
                .append('\n');
    }
}
