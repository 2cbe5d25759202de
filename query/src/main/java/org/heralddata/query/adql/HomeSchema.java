package org.heralddata.query.adql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.heralddata.adql.print.Relations;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.schema.Schema;
import org.heralddata.adql.schema.SchemaColumn;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.access.PermittedCatalogue;
import org.heralddata.query.adql.DescribedTable.DescribedColumn;
import org.heralddata.query.adql.SuppliedTable.SuppliedColumn;
import org.heralddata.query.engine.Engine;
import org.heralddata.query.engine.MemoryTable;
import org.heralddata.query.engine.Source;
import org.jspecify.annotations.Nullable;

/** What may be queried at one moment: tables of releases, and tables made of what is known of them. Safe for many threads. */
final class HomeSchema implements Relations, AutoCloseable {
    private final String named;
    private final List<Release> releases;
    private final List<Object> state;
    private final List<DescribedTable> tables;
    private final Schema schema;
    private final PermittedCatalogue catalogue;
    private final Engine engine;
    private final IdentityHashMap<SchemaTable, Release> released = new IdentityHashMap<>();
    private final IdentityHashMap<SchemaTable, SuppliedTable> supplied = new IdentityHashMap<>();
    private final Map<SchemaTable, MemoryTable> kept = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * @param named    release that was asked for; empty for the newest of each collection
     * @param releases as the catalogue shows them
     * @param state    of the suppliers, for its viewer
     */
    HomeSchema(
            String named,
            List<Release> releases,
            List<Object> state,
            List<TableSupplier> suppliers,
            PermittedCatalogue catalogue,
            Engine engine) {
        this.named = named;
        this.state = List.copyOf(state);
        this.releases = List.copyOf(releases);
        this.catalogue = catalogue;
        this.engine = engine;
        List<DescribedTable> all = new ArrayList<>(ReleaseTables.of(releases));
        for (DescribedTable table : all) {
            released.put(table.table(), java.util.Objects.requireNonNull(table.release()));
        }
        suppliers.stream()
                .flatMap(s -> s.tables(releases, catalogue.viewer()).stream())
                .forEach(table -> add(table, all));
        TapSchema.of(List.copyOf(all)).forEach(table -> add(table, all));
        tables = List.copyOf(all);
        schema = new Schema(all.stream().map(DescribedTable::table).toList());
    }

    private void add(SuppliedTable table, List<DescribedTable> all) {
        DescribedTable described = describe(table);
        all.add(described);
        supplied.put(described.table(), table);
    }

    static DescribedTable describe(SuppliedTable table) {
        var columns = new ArrayList<SchemaColumn>();
        for (SuppliedColumn one : table.columns()) {
            var column = one.column();
            columns.add(new SchemaColumn(
                    column.name(),
                    "c" + (columns.size() + 1),
                    ValueType.of(column.type(), column.shape()),
                    new Meta(column.unit(), column.ucd(), column.description(), one.xtype(), one.utype()),
                    false,
                    null));
        }
        return new DescribedTable(
                new SchemaTable(
                        table.schema(),
                        table.name(),
                        columns,
                        null,
                        table.rows().size()),
                table.schemaDescription(),
                table.description(),
                table.utype(),
                table.columns().stream()
                        .map(c -> new DescribedColumn(
                                c.column(), c.xtype(), c.utype(), false, c.principal(), c.standard()))
                        .toList(),
                null,
                table.rows().size());
    }

    boolean isOf(List<Release> others, List<Object> now) {
        if (others.size() != releases.size() || !state.equals(now)) {
            return false;
        }
        for (int i = 0; i < releases.size(); i++) {
            if (!isSame(releases.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the other one is of the same question by the same viewer, asked later: something has changed. */
    boolean isReplacedBy(HomeSchema later) {
        return named.equals(later.named) && catalogue.viewer().equals(later.catalogue.viewer());
    }

    /** By identity where possible: comparing releases column by column takes longer than many a query. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Release a, Release b) {
        return a == b
                || (a.name().equals(b.name())
                        && a.collection().id().equals(b.collection().id())
                        && a.equals(b));
    }

    Schema schema() {
        return schema;
    }

    List<DescribedTable> tables() {
        return tables;
    }

    /** Null if it is a user's own. */
    @SuppressWarnings("ReferenceEquality") // tables are told apart as objects
    @Nullable
    DescribedTable described(SchemaTable wanted) {
        return tables.stream()
                .filter(table -> table.table() == wanted)
                .findFirst()
                .orElse(null);
    }

    /** Told apart as objects: hashing a release with all its columns and files takes longer than many a query. */
    List<Release> releasesOf(List<SchemaTable> used) {
        var once = new IdentityHashMap<Release, Boolean>();
        return used.stream()
                .map(released::get)
                .filter(java.util.Objects::nonNull)
                .filter(release -> once.put(release, true) == null)
                .toList();
    }

    @Override
    public String sql(SchemaTable table, SortedSet<String> columns) {
        SuppliedTable made = supplied.get(table);
        if (made != null) {
            return kept.computeIfAbsent(table, _ -> engine.keep(made.plainColumns(), made.batches()))
                    .relation();
        }
        Release release = released.get(table);
        if (release == null) {
            throw new IllegalArgumentException("no table " + table.qualifiedName());
        }
        return engine.relation(Source.of(catalogue, release, table.name()), columns);
    }

    @Override
    public boolean sortedBySky(SchemaTable table) {
        Release release = released.get(table);
        return release != null && engine.sortedBySky(Source.of(catalogue, release, table.name()));
    }

    @Override
    public void close() {
        kept.values().forEach(MemoryTable::close);
        kept.clear();
    }
}
