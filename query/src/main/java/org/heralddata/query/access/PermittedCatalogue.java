package org.heralddata.query.access;

import java.util.List;
import java.util.Optional;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.Restriction;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.publication.PublicState;
import org.heralddata.query.publication.PublishedCollection;
import org.heralddata.query.publication.PublishedRelease;
import org.heralddata.store.Catalogue;
import org.heralddata.store.TableScan;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as somebody may see it, without what was withdrawn. Releases are described as a whole, but nothing is said of what is in
 * tables and columns closed to them: columns are left out, statistics and coverage are blank ({@link
 * org.heralddata.model.catalogue.Withheld}). No engine gets to read a table that is closed: {@link #scan} refuses.
 */
public final class PermittedCatalogue implements Catalogue {
    private final Permissions permissions;
    private final Viewer viewer;

    PermittedCatalogue(Permissions permissions, Viewer viewer) {
        this.permissions = permissions;
        this.viewer = viewer;
    }

    public Viewer viewer() {
        return viewer;
    }

    @Override
    public List<CollectionId> collections() {
        return permissions.catalogue().collections();
    }

    @Override
    public List<Release> releases(CollectionId collection) {
        return permissions.catalogue().releases(collection).stream()
                .map(this::seen)
                .toList();
    }

    @Override
    public Optional<Release> latest(CollectionId collection) {
        return permissions.catalogue().latest(collection).map(this::seen);
    }

    @Override
    public Optional<Release> release(CollectionId collection, String name) {
        return permissions.catalogue().release(collection, name).map(this::seen);
    }

    private Release seen(Release stored) {
        return permissions.seen(stored, viewer);
    }

    @Override
    public PublicState state(CollectionId collection, @Nullable String release) {
        return permissions.catalogue().state(collection, release);
    }

    @Override
    public Access access(CollectionId collection, @Nullable String release) {
        return permissions.catalogue().access(collection, release);
    }

    /** @throws Refusal if the table is closed */
    @Override
    public TableScan scan(Release release, String table) {
        requireOpen(release, table);
        return permissions.catalogue().scan(release, table);
    }

    /** Everything that was ever published, by id. */
    public List<PublishedCollection> published() {
        return permissions.catalogue().published().stream()
                .map(c -> new PublishedCollection(
                        c.id(),
                        c.state(),
                        c.releases().stream()
                                .map(r -> new PublishedRelease(seen(r.release()), r.state()))
                                .toList()))
                .toList();
    }

    /** Whether the viewer may have today what has a restriction. */
    public boolean allows(Access access) {
        return access.allows(viewer, permissions.today());
    }

    /** What of a release is not for everyone today; the release as a whole first. */
    public List<Restriction> restrictions(Release release) {
        return permissions.restrictions(permissions.stored(release), viewer);
    }

    /** Whether any rows of a release may be had. */
    public boolean isOpen(Release release) {
        return restrictions(release).stream().noneMatch(r -> r.closed() && r.isOfRelease());
    }

    /** Whether rows of a table may be had, if not of all columns. */
    public boolean isOpen(Release release, String table) {
        return restrictions(release).stream().noneMatch(r -> r.closed() && (r.isOfRelease() || r.isOfTable(table)));
    }

    /** @throws Refusal unless {@link #isOpen(Release)} */
    public void requireOpen(Release release) {
        restrictions(release).stream()
                .filter(r -> r.closed() && r.isOfRelease())
                .findFirst()
                .ifPresent(r -> {
                    throw new Closed(viewer).release(release, r, open(release));
                });
    }

    /** @throws Refusal unless {@link #isOpen(Release, String)} */
    public void requireOpen(Release release, String table) {
        requireOpen(release);
        restrictions(release).stream()
                .filter(r -> r.closed() && r.isOfTable(table))
                .findFirst()
                .ifPresent(r -> {
                    throw new Closed(viewer).table(release, r);
                });
    }

    /** @throws Refusal unless all of a table is open, as its files hold it */
    public void requireWhole(Release release, String table) {
        requireOpen(release, table);
        List<Restriction> columns = restrictions(release).stream()
                .filter(r -> r.closed() && table.equals(r.table()))
                .toList();
        if (!columns.isEmpty()) {
            throw new Closed(viewer).file(release, columns);
        }
    }

    /** The newest release that is open, of a collection whose release is not. */
    private @Nullable Release open(Release closed) {
        return releases(closed.collection().id()).stream()
                .filter(r -> r.tables().stream().map(PublishedTable::withheld).noneMatch(w -> w.all()))
                .findFirst()
                .orElse(null);
    }
}
