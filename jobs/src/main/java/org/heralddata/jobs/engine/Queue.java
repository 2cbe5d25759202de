package org.heralddata.jobs.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.jobs.NewJob;
import org.heralddata.jobs.QueuePlace;

/** Where queued jobs stand, by {@link FairOrder}. Safe for many threads. */
final class Queue {
    /** How many jobs run at a time and until when those that run will take the workers, about. */
    private static final String LOAD = """
            select (select coalesce(sum(workers), 0) from job_worker where seen > now() - interval '%d seconds') as places,
                count(*) as running,
                coalesce(sum(case when progress > 0.02 then least(1e6, extract(epoch from now() - started) * (1 - progress) / progress)
                    else greatest(coalesce(cost, %d) - extract(epoch from now() - started), 1) end), 0) as seconds
            from uws_job where phase = 'EXECUTING'""".formatted(Workers.SILENT.toSeconds(), FairOrder.USUAL_COST);

    private final Rows rows;

    Queue(Rows rows) {
        this.rows = rows;
    }

    /** Of those that are queued. */
    Map<String, QueuePlace> places(Set<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Stand> stands = rows.ask(
                FairOrder.PLACES + " select id, ahead, seconds from places where id = any (?)",
                row -> new Stand(row.getString("id"), row.getInt("ahead"), row.getDouble("seconds")),
                (Object) ids.toArray(String[]::new));
        if (stands.isEmpty()) {
            return Map.of();
        }
        Load load = load();
        Map<String, QueuePlace> places = new HashMap<>();
        stands.forEach(stand -> places.put(stand.id(), place(stand, load)));
        return places;
    }

    QueuePlace placeOfNew(NewJob job) {
        Stand stand = rows.ask(
                        FairOrder.NEW_PLACE,
                        row -> new Stand("", row.getInt("ahead"), row.getDouble("seconds")),
                        job.kind(),
                        party(job),
                        job.cost().seconds())
                .getFirst();
        return place(stand, load());
    }

    /** As the database makes it. */
    static String party(NewJob job) {
        return job.owner() != null ? "account:" + job.owner() : "address:" + (job.origin() == null ? "" : job.origin());
    }

    private Load load() {
        return rows.ask(LOAD, row -> new Load(row.getInt("places"), row.getInt("running"), row.getDouble("seconds")))
                .getFirst();
    }

    private static QueuePlace place(Stand stand, Load load) {
        if (load.places() == 0) {
            return new QueuePlace(stand.ahead(), null, 0);
        }
        Instant now = Instant.now();
        boolean free = load.running() + stand.ahead() < load.places();
        double wait = free ? 0 : (stand.seconds() + load.seconds()) / load.places();
        return new QueuePlace(stand.ahead(), now.plusMillis(Math.round(wait * 1000)), load.places());
    }

    private record Stand(String id, int ahead, double seconds) {}

    private record Load(int places, int running, double seconds) {}
}
