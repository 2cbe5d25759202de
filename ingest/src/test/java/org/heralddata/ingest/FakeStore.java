package org.heralddata.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.publication.PublicState;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.store.Catalogue;
import org.heralddata.store.ReleaseTransaction;
import org.heralddata.store.StagedTable;
import org.heralddata.store.TableScan;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;

/** Keeps releases in memory. */
final class FakeStore implements Catalogue, Ingest.ReleaseStarter {
    final List<Release> releases = new ArrayList<>();
    final Map<String, Staged> tables = new ConcurrentHashMap<>();
    final List<String> log = new ArrayList<>();

    @Nullable
    RuntimeException failure;

    /** A table's columns, order and rows by name of column. */
    static final class Staged {
        final List<Column> columns;
        final SortOrder sort;
        final @Nullable String sortColumn;
        final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        boolean finished;

        Staged(List<Column> columns, SortOrder sort, @Nullable String sortColumn) {
            this.columns = columns;
            this.sort = sort;
            this.sortColumn = sortColumn;
        }
    }

    @Override
    public ReleaseTransaction begin(CollectionId collection, Optional<String> name) {
        tables.clear();
        return new ReleaseTransaction() {
            private boolean committed;

            @Override
            public StagedTable table(String table, List<Column> columns, SortOrder sort, @Nullable String sortColumn) {
                var staged = new Staged(columns, sort, sortColumn);
                tables.put(table, staged);
                return new StagedTable() {
                    @Override
                    public void append(Batch batch) {
                        if (failure != null) {
                            throw failure;
                        }
                        for (List<@Nullable Object> row : Tables.rows(columns, batch)) {
                            Map<String, @Nullable Object> named = new LinkedHashMap<>();
                            for (int i = 0; i < columns.size(); i++) {
                                named.put(columns.get(i).name(), row.get(i));
                            }
                            staged.rows.add(named);
                        }
                    }

                    @Override
                    public void finish() {
                        staged.finished = true;
                    }
                };
            }

            @Override
            public Release commit(
                    CollectionDescription about,
                    String software,
                    String descriptor,
                    List<PublishedTable> published,
                    List<InputFile> inputs,
                    List<String> notes) {
                committed = true;
                var release = new Release(
                        about,
                        name.orElse("r" + (releases.size() + 1)),
                        releases.size() + 1,
                        Instant.EPOCH,
                        software,
                        descriptor,
                        published,
                        inputs,
                        List.of(),
                        notes);
                releases.add(release);
                log.add("commit");
                return release;
            }

            @Override
            public void close() {
                log.add(committed ? "close" : "abort");
            }
        };
    }

    @Override
    public List<CollectionId> collections() {
        return releases.stream().map(r -> r.collection().id()).distinct().toList();
    }

    @Override
    public List<Release> releases(CollectionId collection) {
        return releases.reversed();
    }

    @Override
    public Optional<Release> latest(CollectionId collection) {
        return releases.isEmpty() ? Optional.empty() : Optional.of(releases.getLast());
    }

    @Override
    public Optional<Release> release(CollectionId collection, String name) {
        return releases.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    @Override
    public PublicState state(CollectionId collection, @Nullable String release) {
        return PublicState.NONE;
    }

    @Override
    public Access access(CollectionId collection, @Nullable String release) {
        return Access.OPEN;
    }

    @Override
    public TableScan scan(Release release, String table) {
        throw new IllegalArgumentException("not kept");
    }
}
