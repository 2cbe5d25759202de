package org.heralddata.query.adql;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.prepare.Adql;
import org.heralddata.adql.prepare.PreparedQuery;
import org.heralddata.adql.print.DuckDbDialect;
import org.heralddata.adql.print.Relations;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.schema.Schema;
import org.heralddata.adql.schema.SchemaColumn;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.typed.Query.OutputColumn;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.query.QueryCode;
import org.heralddata.query.engine.BatchSource;
import org.heralddata.query.engine.Engine;
import org.heralddata.query.publication.GivenOut;
import org.heralddata.query.service.Lookup;
import org.heralddata.store.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * ADQL over a home. Safe for many threads, also virtual ones; interrupting the caller cancels its query. What is restricted
 * or withdrawn cannot be named.
 */
public final class AdqlService implements AutoCloseable {
    /** The schema of users' own tables (TAP 1.1, section 2.5). */
    public static final String UPLOADS = "tap_upload";

    private static final int MOST_SCHEMAS = 8;

    private final Adql adql = new Adql(new DuckDbDialect());
    private final GivenOut catalogue;
    private final Lookup lookup;
    private final Engine engine;
    private final List<TableSupplier> suppliers;

    /** By name of the release, the newest under an empty one. A schema that was replaced is kept until the next is. */
    private final LinkedHashMap<String, HomeSchema> schemas = new LinkedHashMap<>();

    private final List<HomeSchema> replaced = new ArrayList<>();

    /**
     * @param engine    stays the caller's
     * @param suppliers of tables besides those of releases and {@code tap_schema}
     */
    public AdqlService(Catalogue catalogue, Engine engine, List<TableSupplier> suppliers) {
        this.catalogue = new GivenOut(catalogue);
        this.engine = engine;
        this.suppliers = List.copyOf(suppliers);
        lookup = new Lookup(this.catalogue, Clock.systemUTC());
    }

    /** What may be queried, with the tables of {@code tap_schema} at the end. */
    public List<DescribedTable> tables(@Nullable String release) {
        return schema(release).tables();
    }

    /**
     * What a query would give, without running it.
     *
     * @throws Refusal with all its mistakes
     */
    public List<AdqlColumn> check(AdqlQuery query) {
        HomeSchema home = schema(query.release());
        return adql.check(query.text(), with(home, query.uploads())).query().columns().stream()
                .map(AdqlService::column)
                .toList();
    }

    /**
     * Starts a query.
     *
     * @return to be closed
     * @throws Refusal with all its mistakes, or if too many queries wait
     */
    public AdqlAnswer ask(AdqlQuery query) {
        HomeSchema home = schema(query.release());
        var uploads = new UploadedRelations(home, query.uploads());
        long limit = query.maxRows() < 0 ? -1 : query.maxRows() + 1;
        PreparedQuery prepared = adql.prepare(query.text(), uploads.schema(), uploads, limit);
        List<AdqlColumn> columns =
                prepared.columns().stream().map(AdqlService::column).toList();
        List<Column> plain = columns.stream().map(AdqlColumn::column).toList();
        return new AdqlAnswer(
                engine.run(prepared.sql(), plain, query.timeOut()),
                columns,
                home.releasesOf(prepared.tables()),
                query.maxRows());
    }

    /**
     * Keeps a user's table for queries.
     *
     * @param name letters, digits and underscores, a letter first
     * @param rows read to their end
     */
    public UploadedTable upload(String name, List<Column> columns, BatchSource rows) {
        return new UploadedTable(name, columns, engine.keep(columns, rows));
    }

    private static AdqlColumn column(OutputColumn column) {
        Meta meta = column.meta();
        ValueType type = column.type();
        var plain = new Column(
                column.name().isEmpty() ? "column" : column.name(),
                type.element(),
                type.shape(),
                meta.unit(),
                meta.ucd(),
                meta.description());
        return new AdqlColumn(plain, xtype(type, meta), meta.utype());
    }

    private static @Nullable String xtype(ValueType type, Meta meta) {
        return switch (type.kind()) {
            case TIME -> "timestamp";
            case POINT -> "point";
            case CIRCLE -> "circle";
            case POLYGON -> "polygon";
            case INTERVAL -> "interval";
            default -> meta.xtype();
        };
    }

    private static Schema with(HomeSchema home, List<UploadedTable> uploads) {
        return new UploadedRelations(home, uploads).schema();
    }

    /** The tables of a home and of one user. */
    private static final class UploadedRelations implements Relations {
        private final HomeSchema home;
        private final List<SchemaTable> known = new ArrayList<>();
        private final List<UploadedTable> uploads;

        UploadedRelations(HomeSchema home, List<UploadedTable> uploads) {
            this.home = home;
            this.uploads = uploads;
            uploads.forEach(upload -> known.add(describe(upload)));
        }

        private static SchemaTable describe(UploadedTable upload) {
            var columns = new ArrayList<SchemaColumn>();
            for (Column column : upload.columns()) {
                columns.add(new SchemaColumn(
                        column.name(),
                        "c" + (columns.size() + 1),
                        ValueType.of(column.type(), column.shape()),
                        new Meta(column.unit(), column.ucd(), column.description(), null, null),
                        column.type().isFloating(),
                        null));
            }
            return new SchemaTable(
                    UPLOADS, upload.name(), columns, null, upload.table().rows());
        }

        Schema schema() {
            if (known.isEmpty()) {
                return home.schema();
            }
            var all = new ArrayList<>(home.schema().tables());
            all.addAll(known);
            return new Schema(all);
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // tables are told apart as objects
        public String sql(SchemaTable table, SortedSet<String> columns) {
            for (int i = 0; i < known.size(); i++) {
                if (known.get(i) == table) {
                    return uploads.get(i).table().relation();
                }
            }
            return home.sql(table, columns);
        }

        @Override
        public boolean sortedBySky(SchemaTable table) {
            return home.sortedBySky(table);
        }
    }

    private HomeSchema schema(@Nullable String release) {
        List<Release> wanted = releases(release);
        String key = release == null ? "" : release;
        synchronized (schemas) {
            HomeSchema known = schemas.get(key);
            if (known != null && known.isOf(wanted)) {
                return known;
            }
            var made = new HomeSchema(wanted, suppliers, catalogue, engine);
            schemas.remove(key);
            schemas.put(key, made);
            if (known != null) {
                retire(known);
            }
            if (schemas.size() > MOST_SCHEMAS) {
                retire(schemas.pollFirstEntry().getValue());
            }
            return made;
        }
    }

    /** A query under way may still name its tables: only the one before is let go. */
    private void retire(HomeSchema schema) {
        replaced.add(schema);
        if (replaced.size() > 2) {
            replaced.removeFirst().close();
        }
    }

    private List<Release> releases(@Nullable String name) {
        List<Release> newest = lookup.newest().stream().filter(lookup::isOpen).toList();
        if (name == null) {
            return newest;
        }
        List<Release> named = newest.stream()
                .flatMap(r -> catalogue.release(r.collection().id(), name).stream())
                .toList();
        if (named.isEmpty()) {
            List<String> known = newest.stream()
                    .flatMap(r -> catalogue.releases(r.collection().id()).stream())
                    .map(Release::name)
                    .distinct()
                    .toList();
            throw new Refusal(Diagnostic.error(QueryCode.NO_RELEASE, "no collection has a release `%s`".formatted(name))
                    .helped(Nearest.help(name, known)));
        }
        return named;
    }

    @Override
    public void close() {
        synchronized (schemas) {
            schemas.values().forEach(HomeSchema::close);
            schemas.clear();
            replaced.forEach(HomeSchema::close);
            replaced.clear();
        }
    }

    /** The code of what a query is refused for, so that callers need not know the language's module. */
    public static boolean isOfQuery(Refusal refusal) {
        return refusal.diagnostics().getFirst().code() instanceof AdqlCode;
    }
}
