package org.heralddata.query.adql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.access.PermittedCatalogue;
import org.heralddata.query.engine.Engine;

/**
 * Keeps what may be queried, those asked last first. Viewers who may see the same share it, so that it stays one object, by which others
 * tell that nothing has changed. Safe for many threads.
 */
final class HomeSchemas implements AutoCloseable {
    private static final int MOST = 12;

    /** So many that are no longer given out are left to queries under way. */
    private static final int MOST_REPLACED = 2;

    private final Engine engine;
    private final List<TableSupplier> suppliers;
    private final Deque<HomeSchema> kept = new ArrayDeque<>();
    private final Deque<HomeSchema> replaced = new ArrayDeque<>();

    HomeSchemas(Engine engine, List<TableSupplier> suppliers) {
        this.engine = engine;
        this.suppliers = List.copyOf(suppliers);
    }

    /**
     * @param named    release that was asked for; empty for the newest of each collection
     * @param releases as the catalogue shows them
     */
    synchronized HomeSchema of(String named, List<Release> releases, PermittedCatalogue catalogue) {
        List<Object> state = state(catalogue);
        for (HomeSchema known : kept) {
            if (known.isOf(releases, state)) {
                kept.remove(known);
                kept.addFirst(known);
                return known;
            }
        }
        var made = new HomeSchema(named, releases, state, suppliers, catalogue, engine);
        for (HomeSchema old : List.copyOf(kept)) {
            if (old.isReplacedBy(made)) {
                retire(old);
            }
        }
        kept.addFirst(made);
        if (kept.size() > MOST) {
            retire(kept.getLast());
        }
        return made;
    }

    private List<Object> state(PermittedCatalogue catalogue) {
        return suppliers.stream()
                .map(supplier -> supplier.state(catalogue.viewer()))
                .toList();
    }

    private void retire(HomeSchema schema) {
        kept.remove(schema);
        replaced.add(schema);
        if (replaced.size() > MOST_REPLACED) {
            replaced.removeFirst().close();
        }
    }

    @Override
    public synchronized void close() {
        var all = new ArrayList<>(kept);
        all.addAll(replaced);
        all.forEach(HomeSchema::close);
        kept.clear();
        replaced.clear();
    }
}
