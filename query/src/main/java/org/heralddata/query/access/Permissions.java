package org.heralddata.query.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.Restriction;
import org.heralddata.query.publication.GivenOut;
import org.heralddata.store.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * Who may have what of a home. Three say so, and all of them have to allow it: the newest release for its collection as a whole and for
 * every table and column that it has, in older releases, too, so that a curator can close and open what is out; a release itself for
 * what only it has; and what an operator put on the collection or the release afterwards. Safe for many threads.
 */
public final class Permissions {
    private static final int MOST_KEPT = 10_000;
    private static final int MOST_VIEWS = 512;

    private final GivenOut catalogue;
    private final Clock clock;
    private final Map<Key, Said> declared = new ConcurrentHashMap<>();
    private final Map<View, Release> views = new LinkedHashMap<>(16, 0.75f, true);

    /** @param clock in UTC; tells when an embargo ends */
    public Permissions(Catalogue catalogue, Clock clock) {
        this.catalogue = new GivenOut(catalogue);
        this.clock = clock;
    }

    public Permissions(Catalogue catalogue) {
        this(catalogue, Clock.systemUTC());
    }

    /** What is declared of a part of a release, in force or not. */
    private record Declared(
            @Nullable String table, @Nullable String column, Access.Restricted rule) {}

    /** @param nothing true if the release itself restricts nothing either */
    private record Said(List<Declared> rules, boolean nothing) {}

    private record Key(
            CollectionId collection, String release, Instant created, String newest, Instant newestCreated) {}

    private record View(CollectionId collection, String release, Instant created, List<Restriction> restrictions) {}

    /** The home as somebody may see it. */
    public PermittedCatalogue as(Viewer viewer) {
        return new PermittedCatalogue(this, viewer);
    }

    GivenOut catalogue() {
        return catalogue;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** As it is stored, whatever is left of it in {@code release}. */
    Release stored(Release release) {
        return catalogue
                .all()
                .release(release.collection().id(), release.name())
                .orElse(release);
    }

    /** What is restricted today; the release as a whole first. */
    List<Restriction> restrictions(Release stored, Viewer viewer) {
        CollectionId id = stored.collection().id();
        List<Declared> own = said(stored).rules;
        Access onCollection = catalogue.access(id, null);
        Access onRelease = catalogue.access(id, stored.name());
        if (own.isEmpty() && onCollection instanceof Access.Open && onRelease instanceof Access.Open) {
            return List.of();
        }
        LocalDate today = today();
        var found = new ArrayList<Restriction>();
        own.stream().filter(d -> d.table == null).forEach(d -> add(found, d.rule, null, null, viewer, today));
        add(found, onCollection, null, null, viewer, today);
        add(found, onRelease, null, null, viewer, today);
        own.stream().filter(d -> d.table != null).forEach(d -> add(found, d.rule, d.table, d.column, viewer, today));
        return List.copyOf(found);
    }

    private static void add(
            List<Restriction> found,
            Access access,
            @Nullable String table,
            @Nullable String column,
            Viewer viewer,
            LocalDate today) {
        if (access instanceof Access.Restricted rule && rule.isInForce(today)) {
            found.add(new Restriction(table, column, rule, !rule.allows(viewer, today)));
        }
    }

    private Said said(Release stored) {
        Release newest = catalogue.latest(stored.collection().id()).orElse(stored);
        var key = new Key(stored.collection().id(), stored.name(), stored.created(), newest.name(), newest.created());
        Said known = declared.get(key);
        if (known == null) {
            if (declared.size() >= MOST_KEPT) {
                declared.clear();
            }
            List<Declared> rules = read(stored, newest);
            known = new Said(rules, rules.isEmpty() && read(stored, stored).isEmpty());
            declared.put(key, known);
        }
        return known;
    }

    private static List<Declared> read(Release stored, Release newest) {
        var found = new ArrayList<Declared>();
        declare(found, newest.collection().access(), null, null);
        for (PublishedTable table : stored.tables()) {
            PublishedTable now = newest.table(table.name()).orElse(table);
            declare(found, now.access(), table.name(), null);
            for (PublishedColumn column : table.columns()) {
                Access access = now.column(column.name()).orElse(column).access();
                declare(found, access, table.name(), column.name());
            }
        }
        return List.copyOf(found);
    }

    private static void declare(List<Declared> found, Access access, @Nullable String table, @Nullable String column) {
        if (access instanceof Access.Restricted rule) {
            found.add(new Declared(table, column, rule));
        }
    }

    /** The same object for the same restrictions, and the stored one where nothing was ever restricted. */
    Release seen(Release stored, Viewer viewer) {
        List<Restriction> restrictions = restrictions(stored, viewer);
        if (restrictions.isEmpty() && said(stored).nothing) {
            return stored;
        }
        var view = new View(stored.collection().id(), stored.name(), stored.created(), restrictions);
        synchronized (views) {
            Release known = views.computeIfAbsent(view, _ -> new Redaction(restrictions).of(stored));
            if (views.size() > MOST_VIEWS) {
                views.remove(views.keySet().iterator().next());
            }
            return known;
        }
    }
}
