package org.heralddata.store.files;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileChange;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileEvent;
import org.heralddata.model.files.FileField;
import org.heralddata.model.files.FileSummary;
import org.heralddata.model.files.Lane;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.model.table.ColumnType;
import org.heralddata.store.FileCatalogue;
import org.heralddata.store.database.Database;
import org.jspecify.annotations.Nullable;

/** The catalogue of files in a database. */
public final class StoredFiles implements FileCatalogue {
    private final DataSource database;
    private final KeptCollections collections;

    public StoredFiles(DataSource database) {
        this.database = database;
        collections = new KeptCollections(database);
    }

    @Override
    public List<FileCollection> collections() {
        return collections.all();
    }

    @Override
    public Optional<FileCollection> collection(CollectionId id) {
        String query = "select %s from file_collection where collection = ?".formatted(FileRows.COLLECTION_COLUMNS);
        return ask(query, List.of(id.value()), FileRows::collection).stream().findFirst();
    }

    /** Has the next call for collections ask the database. */
    public void expire() {
        collections.expire();
    }

    @Override
    public FileSummary summary(Search search) {
        var where = new Where(search);
        String query = """
                select count(*) files, coalesce(sum(bytes), 0)::numeric::int8 bytes, coalesce(sum(rows), 0)::numeric::int8 rows,
                       count(*) filter (where state = 'present') present, count(*) filter (where state = 'broken') broken,
                       count(*) filter (where state = 'vanished') vanished, count(time_start) timed,
                       min(time_start) first, max(time_stop) last
                from catalogued_file f where\s""" + where.condition;
        return ask(query, where.values, row -> {
                    Long first = FileRows.whole(row, "first");
                    Long last = FileRows.whole(row, "last");
                    return new FileSummary(
                            row.getLong("files"),
                            row.getLong("bytes"),
                            row.getLong("rows"),
                            row.getLong("present"),
                            row.getLong("broken"),
                            row.getLong("vanished"),
                            row.getLong("timed"),
                            first == null || last == null ? null : new TimeSpan(first, last));
                })
                .getFirst();
    }

    @Override
    public Cursor files(Search search, List<Order> order, @Nullable Long limit, long offset) {
        var where = new Where(search);
        String sorted = order.stream().map(o -> order(new FieldSql(search), o)).collect(Collectors.joining());
        String query = "select %s from catalogued_file f where %s order by %s f.collection, f.path%s offset %d"
                .formatted(FileRows.COLUMNS, where.condition, sorted, limit == null ? "" : " limit " + limit, offset);
        return FileCursor.open(database, query, where.values, search.collections());
    }

    private static String order(FieldSql fields, Order order) {
        FileField field = fields.field(order.field());
        String expression = fields.expression(order.field());
        String value = field.type() == ColumnType.FLOAT64 ? "nullif(%s, 'NaN')".formatted(expression) : expression;
        return value + (order.descending() ? " desc" : "") + " nulls last, ";
    }

    @Override
    public Optional<CataloguedFile> file(UUID id) {
        return one("f.id = ?", List.of(id));
    }

    @Override
    public Optional<CataloguedFile> file(CollectionId collection, String path) {
        return one("f.collection = ? and f.path = ?", List.of(collection.value(), FileJson.clean(path)));
    }

    private Optional<CataloguedFile> one(String condition, List<Object> values) {
        String query =
                "select %s, c.about, c.fields as declared, c.folder, c.descriptor, c.software, c.scanned, c.revision"
                                .formatted(FileRows.COLUMNS)
                        + " from catalogued_file f join file_collection c using (collection) where " + condition;
        return ask(query, values, row -> {
                    var fields = FileJson.fields(row.getString("declared"));
                    var collection = new FileCollection(
                            FileJson.about(row.getString("about")),
                            fields,
                            row.getString("folder"),
                            row.getString("descriptor"),
                            row.getString("software"),
                            FileRows.time(row, "scanned"),
                            row.getLong("revision"));
                    return FileRows.file(row, collection);
                })
                .stream()
                .findFirst();
    }

    @Override
    public List<FileEvent> history(UUID id) {
        String query = "select at, change, bytes, sha256, software from file_event where file = ? order by id";
        return ask(
                query,
                List.of(id),
                row -> new FileEvent(
                        FileRows.time(row, "at"),
                        FileChange.of(row.getString("change")),
                        row.getLong("bytes"),
                        row.getString("sha256"),
                        row.getString("software")));
    }

    @Override
    public SequencedMap<String, long[]> coverage(Search search, TimeSpan span, int parts, Lane lane) {
        if (parts < 1 || parts > 10_000) {
            throw new IllegalArgumentException("parts: " + parts);
        }
        var where = new Where(search);
        String name = lane == Lane.COLLECTION ? "f.collection" : "coalesce(f.instrument, '')";
        double width = Math.max(1.0, ((double) span.stop() - span.start()) / parts);
        String part = "least(greatest(floor((f.%s - %d)::float8 / %s), 0), %d)::int4";
        String query =
                "select %s lane, %s first, %s last, count(*) files from catalogued_file f where %s and f.time_stop >= %d and f.time_start <= %d group by 1, 2, 3 order by 1"
                        .formatted(
                                name,
                                part.formatted("time_start", span.start(), width, parts - 1),
                                part.formatted("time_stop", span.start(), width, parts - 1),
                                where.condition,
                                span.start(),
                                span.stop());
        SequencedMap<String, long[]> lanes = new LinkedHashMap<>();
        ask(query, where.values, row -> {
            long[] counts = lanes.computeIfAbsent(row.getString("lane"), _ -> new long[parts]);
            for (int i = row.getInt("first"); i <= row.getInt("last"); i++) {
                counts[i] += row.getLong("files");
            }
            return counts;
        });
        return lanes;
    }

    private <T> List<T> ask(String query, List<?> values, Reader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            bind(statement, values);
            try (ResultSet result = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (result.next()) {
                    found.add(reader.read(result));
                }
                return found;
            }
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    static void bind(PreparedStatement statement, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The condition of a search and what to bind in it. */
    private static final class Where {
        private final String condition;
        private final List<Object> values = new ArrayList<>();

        Where(Search search) {
            String[] ids = search.collections().stream()
                    .map(c -> c.about().id().value())
                    .toArray(String[]::new);
            values.add(ids);
            var printer = new FileCutSql(new FieldSql(search));
            condition = "f.collection = any (?) and " + printer.print(search.cut());
            values.addAll(printer.values());
        }
    }
}
