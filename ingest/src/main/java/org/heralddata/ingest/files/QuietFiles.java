package org.heralddata.ingest.files;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.heralddata.ingest.source.DataPath;

/**
 * Files settle when neither size nor time of the last change has moved for a while, by our own clock: that of a file server
 * may be wrong. For one thread.
 */
public final class QuietFiles implements Settled {
    private final long quiet;
    private final LongSupplier clock;
    private final Map<String, Look> looks = new HashMap<>();

    private record Look(long bytes, Instant modified, long since) {}

    /** @param quiet how long nothing may have moved */
    public QuietFiles(Duration quiet) {
        this(quiet, System::nanoTime);
    }

    QuietFiles(Duration quiet, LongSupplier clock) {
        this.quiet = quiet.toNanos();
        this.clock = clock;
    }

    @Override
    public boolean isSettled(DataPath file, BasicFileAttributes now) {
        long time = clock.getAsLong();
        Instant modified = now.lastModifiedTime().toInstant();
        Look last = looks.get(file.relative());
        if (last == null || last.bytes() != now.size() || !last.modified().equals(modified)) {
            looks.put(file.relative(), new Look(now.size(), modified, time));
            return quiet == 0;
        }
        if (time - last.since() < quiet) {
            return false;
        }
        looks.remove(file.relative());
        return true;
    }
}
