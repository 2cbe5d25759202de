package org.heralddata.query.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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
import org.heralddata.adql.size.QuerySize;
import org.heralddata.adql.size.SizeFinder;
import org.heralddata.adql.typed.Query.OutputColumn;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.query.QueryCode;
import org.heralddata.query.RowStream;
import org.heralddata.query.access.Permissions;
import org.heralddata.query.access.PermittedCatalogue;
import org.heralddata.query.adql.AdqlEstimate.Crossed;
import org.heralddata.query.adql.AdqlEstimate.Read;
import org.heralddata.query.engine.BatchSource;
import org.heralddata.query.engine.Engine;
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

    private final Adql adql = new Adql(new DuckDbDialect());
    private final Permissions permissions;
    private final PermittedCatalogue catalogue;
    private final Engine engine;
    private final HomeSchemas schemas;
    private final ReadSpeed speed;

    /**
     * For everyone: what is restricted cannot be named.
     *
     * @param engine    stays the caller's
     * @param suppliers of tables besides those of releases and {@code tap_schema}
     */
    public AdqlService(Catalogue catalogue, Engine engine, List<TableSupplier> suppliers) {
        this(new Permissions(catalogue), engine, suppliers);
    }

    /** As above, with permissions that others ask, too. */
    public AdqlService(Permissions permissions, Engine engine, List<TableSupplier> suppliers) {
        this(permissions, permissions.as(Viewer.ANYONE), engine, new HomeSchemas(engine, suppliers), new ReadSpeed());
    }

    private AdqlService(
            Permissions permissions,
            PermittedCatalogue catalogue,
            Engine engine,
            HomeSchemas schemas,
            ReadSpeed speed) {
        this.permissions = permissions;
        this.catalogue = catalogue;
        this.engine = engine;
        this.schemas = schemas;
        this.speed = speed;
    }

    /** The same for somebody. Cheap; never to be closed by itself. */
    public AdqlService as(Viewer viewer) {
        return viewer.equals(catalogue.viewer())
                ? this
                : new AdqlService(permissions, permissions.as(viewer), engine, schemas, speed);
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
        try {
            return adql.check(query.text(), with(home, query.uploads())).query().columns().stream()
                    .map(AdqlService::column)
                    .toList();
        } catch (Refusal refusal) {
            throw explained(refusal, query);
        }
    }

    /**
     * What a query would read and give, without its rows.
     *
     * @param counting whether rows may be counted where that is done within a second; else nothing is run
     * @throws Refusal with all its mistakes
     */
    public AdqlEstimate estimate(AdqlQuery query, boolean counting) {
        HomeSchema home = schema(query.release());
        var uploads = new UploadedRelations(home, query.uploads());
        var used = new UsedColumns(uploads);
        PreparedQuery prepared = prepare(query, uploads.schema(), used, -1);
        QuerySize size = SizeFinder.of(prepared.statement(), query.maxRows());
        List<Read> reads = Readings.of(size, used, home);
        List<Crossed> crossed = size.crossings().stream()
                .map(crossing -> new Crossed(crossing.names(), crossing.pairs()))
                .toList();
        double pairs = crossed.stream().mapToDouble(Crossed::pairs).sum();
        double bytes = reads.stream().mapToDouble(Read::bytes).sum();
        OptionalLong rows = size.rows().exact() ? OptionalLong.of(size.rows().most()) : OptionalLong.empty();
        if (rows.isEmpty() && counting && RowCounter.isCheap(reads, pairs)) {
            rows = RowCounter.count(engine, prepared.sql());
        }
        return new AdqlEstimate(
                reads,
                rows,
                size.rows().most(),
                size.rows().likely(),
                speed.seconds(bytes, pairs),
                crossed,
                prepared.columns().stream().map(AdqlService::column).toList());
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
        var used = new UsedColumns(uploads);
        PreparedQuery prepared = prepare(query, uploads.schema(), used, limit);
        List<AdqlColumn> columns =
                prepared.columns().stream().map(AdqlService::column).toList();
        List<Column> plain = columns.stream().map(AdqlColumn::column).toList();
        RowStream rows = engine.run(prepared.sql(), plain, query.timeOut());
        return new AdqlAnswer(
                measured(rows, SizeFinder.of(prepared.statement(), query.maxRows()), used, home),
                columns,
                home.releasesOf(prepared.tables()),
                query.maxRows());
    }

    /** What is given only after all is read tells how fast that goes. */
    private RowStream measured(RowStream rows, QuerySize size, UsedColumns used, HomeSchema home) {
        if (size.streamed() || !size.crossings().isEmpty()) {
            return rows;
        }
        return speed.measuring(
                rows,
                Readings.of(size, used, home).stream().mapToDouble(Read::bytes).sum());
    }

    private PreparedQuery prepare(AdqlQuery query, Schema schema, Relations relations, long limit) {
        try {
            return adql.prepare(query.text(), schema, relations, limit);
        } catch (Refusal refusal) {
            throw explained(refusal, query);
        }
    }

    /** A query that would be right if more were open is not wrong: it is said whose data it names. */
    private Refusal explained(Refusal refusal, AdqlQuery query) {
        var names = new ClosedNames(catalogue, releases(catalogue, query.release()));
        List<Diagnostic> closed = names.in(query.text());
        if (closed.isEmpty() || !isOfQuery(refusal)) {
            return refusal;
        }
        try {
            PermittedCatalogue all = permissions.as(Viewer.OPERATOR);
            adql.check(query.text(), with(schema(all, query.release()), query.uploads()));
            return new Refusal(closed);
        } catch (Refusal wrongAnyway) {
            return refusal;
        }
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
        return schema(catalogue, release);
    }

    private HomeSchema schema(PermittedCatalogue of, @Nullable String release) {
        return schemas.of(release == null ? "" : release, releases(of, release), of);
    }

    private static List<Release> releases(PermittedCatalogue of, @Nullable String name) {
        List<Release> newest = new Lookup(of).newest();
        if (name == null) {
            return newest;
        }
        List<Release> named = newest.stream()
                .flatMap(r -> of.release(r.collection().id(), name).stream())
                .toList();
        if (named.isEmpty()) {
            List<String> known = newest.stream()
                    .flatMap(r -> of.releases(r.collection().id()).stream())
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
        schemas.close();
    }

    /** The code of what a query is refused for, so that callers need not know the language's module. */
    public static boolean isOfQuery(Refusal refusal) {
        return refusal.diagnostics().getFirst().code() instanceof AdqlCode;
    }
}
