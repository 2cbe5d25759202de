package org.heralddata.query.sky;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.coverage.Ranges;
import org.heralddata.model.coverage.SpaceMoc;
import org.heralddata.model.coverage.SpaceTimeMoc;
import org.heralddata.model.coverage.TcbClock;
import org.heralddata.model.coverage.TimeMoc;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileState;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.query.files.FileService;
import org.heralddata.query.files.FileStream;
import org.heralddata.query.files.FilesRequest;
import org.heralddata.query.obscore.FileFacts;
import org.heralddata.query.obscore.ObsRow;

/**
 * Where on the sky and when the files of collections were taken, as the catalogue knows: the circle around each pointing, or the cell
 * (order {@value #SPACE_ORDER}) that it lies in where no field of view is told; all from start to stop. Counted anew when something
 * of the files has changed. Safe for many threads.
 */
public final class FileCoverages {
    private static final int SPACE_ORDER = 8;
    private static final int TIME_ORDER = 36;
    private static final int MOST_RANGES = 20_000;

    /** Of one collection. */
    private static final long MOST_FILES = 100_000;

    private final FileService files;
    private final Map<CollectionId, Counted> counted = new ConcurrentHashMap<>();

    public FileCoverages(FileService files) {
        this.files = files;
    }

    /** Each empty if no file tells. */
    public record FileCoverage(Optional<SpaceMoc> space, Optional<TimeMoc> time, Optional<SpaceTimeMoc> both) {}

    private record Counted(long revision, FileCoverage coverage) {}

    /**
     * Of a collection's files that are there.
     *
     * @throws org.heralddata.model.diagnostic.Refusal if they are not open to everyone
     */
    public FileCoverage of(FileCollection collection) {
        CollectionId id = collection.about().id();
        FilesRequest request = FilesRequest.of(id).page(MOST_FILES, 0);
        files.fields(request);
        Counted known = counted.get(id);
        if (known != null && known.revision == collection.revision()) {
            return known.coverage;
        }
        var counting = new Counting(collection);
        try (FileStream stream = files.files(request)) {
            for (CataloguedFile file = stream.next(); file != null; file = stream.next()) {
                if (file.state() != FileState.VANISHED) {
                    counting.add(file);
                }
            }
        }
        FileCoverage coverage = counting.coverage();
        counted.put(id, new Counted(collection.revision(), coverage));
        return coverage;
    }

    /** For one thread. */
    private static final class Counting {
        private final FileCollection collection;
        private final List<Long> bounds = new ArrayList<>();
        private final List<SpaceTimeMoc.Part> parts = new ArrayList<>();
        private final Set<Ranges> places = new HashSet<>();
        private final Map<ObsRow.Sky, Ranges> known = new HashMap<>();

        Counting(FileCollection collection) {
            this.collection = collection;
        }

        void add(CataloguedFile file) {
            ObsRow.Sky sky = new FileFacts(collection, file).sky();
            TimeSpan span = file.metadata().span();
            Ranges cells = sky == null ? Ranges.EMPTY : known.computeIfAbsent(sky, Counting::cells);
            if (sky != null) {
                places.add(cells);
            }
            if (span != null) {
                long first = TcbClock.microseconds(span.start());
                long last = TcbClock.microseconds(span.stop()) + 1;
                bounds.add(first);
                bounds.add(last);
                if (sky != null) {
                    Ranges times = new TimeMoc(TIME_ORDER, Ranges.of(first, last)).cells();
                    parts.add(new SpaceTimeMoc.Part(times, cells));
                }
            }
        }

        private static Ranges cells(ObsRow.Sky sky) {
            var centre = SkyPosition.of(sky.raDeg(), sky.decDeg());
            Double fov = sky.fovDeg();
            return fov == null
                    ? SpaceMoc.ofCells(SPACE_ORDER, Healpix.index(SPACE_ORDER, centre.raDeg(), centre.decDeg()))
                            .cells()
                    : SpaceMoc.cone(SPACE_ORDER, centre, Math.min(180, fov / 2)).cells();
        }

        FileCoverage coverage() {
            return new FileCoverage(
                    places.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new SpaceMoc(SPACE_ORDER, places.stream().reduce(Ranges.EMPTY, Ranges::union))),
                    bounds.isEmpty() ? Optional.empty() : Optional.of(time()),
                    parts.isEmpty() ? Optional.empty() : Optional.of(SpaceTimeMoc.of(TIME_ORDER, SPACE_ORDER, parts)));
        }

        private TimeMoc time() {
            var moc = new TimeMoc(
                    TIME_ORDER,
                    Ranges.of(bounds.stream().mapToLong(Long::longValue).toArray()));
            while (moc.cells().count() > MOST_RANGES) {
                moc = moc.degraded(moc.order() - 1);
            }
            return moc;
        }
    }
}
