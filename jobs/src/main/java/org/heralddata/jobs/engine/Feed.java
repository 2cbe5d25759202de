package org.heralddata.jobs.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobFollower;
import org.heralddata.jobs.JobNews;
import org.heralddata.jobs.Phase;
import org.heralddata.jobs.QueuePlace;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of jobs that somebody follows. However many do, one thread looks at all these jobs together, at each tick, and at once when
 * one is changed by this process; while nobody follows there is no thread. Safe for many threads.
 */
final class Feed implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Feed.class.getName());

    /** Between two looks, so that many changes at once are seen by few of them. */
    private static final long LEAST_PAUSE_MS = 20;

    private final JobTable table;
    private final Queue queue;
    private final Duration tick;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Map<String, JobNews> known = new ConcurrentHashMap<>();
    private final Object lock = new Object();
    private @Nullable Thread looking;
    private boolean poked;
    private boolean closed;

    Feed(JobTable table, Queue queue, Duration tick) {
        this.table = table;
        this.queue = queue;
        this.tick = tick;
    }

    JobFollower follow(Set<String> ids) {
        var follower = new Follower(ids);
        followers.add(follower);
        synchronized (lock) {
            poked = true;
            if (looking == null && !closed) {
                looking = Thread.ofPlatform().name("herald-jobs-feed").daemon().start(this::look);
            }
            lock.notifyAll();
        }
        return follower;
    }

    /** A job was changed by this process. */
    void changed(String id) {
        if (known.containsKey(id)) {
            synchronized (lock) {
                poked = true;
                lock.notifyAll();
            }
        }
    }

    private void look() {
        while (goesOn()) {
            try {
                seen(look(followed()));
            } catch (RuntimeException away) {
                LOG.log(System.Logger.Level.DEBUG, "jobs cannot be looked at", away);
            }
            try {
                Thread.sleep(LEAST_PAUSE_MS);
                rest();
            } catch (InterruptedException stopped) {
                return; // closed
            }
        }
    }

    private boolean goesOn() {
        synchronized (lock) {
            if (closed || followers.isEmpty()) {
                looking = null;
                known.clear();
                return false;
            }
            poked = false;
            return true;
        }
    }

    private void rest() throws InterruptedException {
        long end = System.nanoTime() + tick.toNanos();
        synchronized (lock) {
            for (long left = tick.toMillis(); !poked && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                lock.wait(left);
            }
        }
    }

    private Set<String> followed() {
        var ids = new HashSet<String>();
        followers.forEach(follower -> ids.addAll(follower.ids));
        return ids;
    }

    private Map<String, JobNews> look(Set<String> ids) {
        Map<String, Job> jobs = new HashMap<>();
        table.find(ids).forEach(job -> jobs.put(job.id(), job));
        var queued = new HashSet<String>();
        jobs.values().stream().filter(job -> job.phase() == Phase.QUEUED).forEach(job -> queued.add(job.id()));
        Map<String, QueuePlace> places = queue.places(queued);
        Map<String, JobNews> news = new HashMap<>();
        ids.forEach(id -> news.put(id, new JobNews(id, jobs.get(id), places.get(id))));
        return news;
    }

    private void seen(Map<String, JobNews> now) {
        known.keySet().retainAll(now.keySet());
        now.forEach((id, news) -> {
            JobNews before = known.put(id, news);
            boolean changed = before == null || !same(before, news);
            followers.forEach(follower -> follower.tell(news, changed));
        });
    }

    /** When a job will start changes all the time; that is not told of by itself. */
    private static boolean same(JobNews a, JobNews b) {
        return Objects.equals(a.job(), b.job()) && ahead(a) == ahead(b);
    }

    private static int ahead(JobNews news) {
        QueuePlace place = news.place();
        return place == null ? -1 : place.ahead();
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            if (looking != null) {
                looking.interrupt();
            }
        }
        followers.forEach(Follower::wake);
    }

    /** One who follows. Told by the feed's thread, asked by another. */
    private final class Follower implements JobFollower {
        private final Set<String> ids;
        private final Set<String> untold;
        private final Map<String, JobNews> news = new HashMap<>();

        private Follower(Set<String> ids) {
            this.ids = Set.copyOf(ids);
            untold = new HashSet<>(ids);
        }

        private synchronized void tell(JobNews told, boolean changed) {
            if (ids.contains(told.id()) && (changed || untold.contains(told.id()))) {
                untold.remove(told.id());
                news.put(told.id(), told);
                notifyAll();
            }
        }

        private synchronized void wake() {
            notifyAll();
        }

        @Override
        public synchronized List<JobNews> next(Duration atMost) throws InterruptedException {
            long end = System.nanoTime() + atMost.toNanos();
            for (long left = atMost.toMillis();
                    left > 0 && !closed && (news.isEmpty() || !untold.isEmpty());
                    left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
            List<JobNews> told = List.copyOf(news.values());
            news.clear();
            return told;
        }

        @Override
        public void close() {
            followers.remove(this);
        }
    }
}
