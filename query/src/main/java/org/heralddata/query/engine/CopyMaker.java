package org.heralddata.query.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.sky.Healpix;
import org.heralddata.query.cube.Grids;
import org.heralddata.store.TableScan.ScanColumn;
import org.jspecify.annotations.Nullable;

/**
 * Makes copies, one at a time, by one thread in a bounded part of the memory, in a DuckDB of its own. A file has its name only when it
 * is whole.
 */
final class CopyMaker {
    private final CopySettings settings;
    private @Nullable Statement running;
    private boolean stopped;

    CopyMaker(CopySettings settings) {
        this.settings = settings;
    }

    /** @throws SQLException also if {@link #stop} was called */
    void make(CopyFile file) throws SQLException, IOException {
        Path making = file.making();
        Files.deleteIfExists(making);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            begin(statement);
            for (String step : steps(file)) {
                statement.execute(step);
            }
        } catch (SQLException | RuntimeException failed) {
            Files.deleteIfExists(making);
            throw failed;
        } finally {
            end();
        }
        try (FileChannel written = FileChannel.open(making, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(making, file.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> steps(CopyFile file) throws IOException {
        Source source = file.source();
        Set<String> columns =
                source.scan().columns().stream().map(ScanColumn::name).collect(Collectors.toSet());
        String rows = Relation.of(source, Cut.EVERYTHING, columns);
        String healpix = source.table().common().healpix();
        String codes = codes(source);
        String select = file.bySky() && healpix != null
                ? "SELECT *, row_number() OVER () AS %s%s FROM %s ORDER BY %s NULLS LAST"
                        .formatted(Sql.name(Copy.ROW), codes, rows, Sql.name(healpix))
                : "SELECT *%s FROM %s".formatted(codes, rows);
        long sampleOf = Copy.sampleOf(source);
        return List.of(
                "SET threads = 1",
                "SET memory_limit = '%dMB'".formatted(settings.memoryMb()),
                "SET temp_directory = "
                        + Sql.text(settings.folder().resolve("making").toString()),
                "SET max_temp_directory_size = '%dMB'"
                        .formatted(CopyRoom.of(file, settings).mostSortingMb()),
                "SET TimeZone = 'UTC'",
                "SET autoinstall_known_extensions = false",
                "SET autoload_known_extensions = false",
                "ATTACH %s AS made".formatted(Sql.text(file.making().toString())),
                "CREATE TABLE made.%s AS %s".formatted(Copy.ROWS, select),
                "CREATE TABLE made.%s AS SELECT * FROM made.%s WHERE %s"
                        .formatted(
                                Copy.SAMPLE,
                                Copy.ROWS,
                                sampleOf == 0 ? "false" : "hash(rowid) %% %d = 0".formatted(sampleOf)),
                file.bySky()
                        ? "CREATE TABLE made.%s AS SELECT * FROM made.%s WHERE %s <= %d ORDER BY %3$s"
                                .formatted(Copy.HEAD, Copy.ROWS, Sql.name(Copy.ROW), Copy.headOf(source))
                        : "CREATE TABLE made.%s AS FROM made.%s LIMIT 0".formatted(Copy.HEAD, Copy.ROWS),
                "CREATE TABLE made.%s AS SELECT %s AS key_, %d::BIGINT AS all_rows"
                        .formatted(
                                CopyFile.ABOUT,
                                Sql.text(file.key()),
                                source.table().rows()),
                "CHECKPOINT made",
                "DETACH made");
    }

    /** Small integers beside the rows: what linked views count by. */
    private static String codes(Source source) {
        var codes = new StringBuilder();
        for (String column : CopyFile.coded(source)) {
            PublishedColumn published = source.column(column);
            Grids.usual(published)
                    .ifPresent(grid -> codes.append(", ")
                            .append(GridSql.code(published, grid, new TreeSet<>()))
                            .append(" AS ")
                            .append(Sql.name(GridSql.stored(column))));
        }
        String healpix = source.table().common().healpix();
        if (healpix != null) {
            codes.append(", (%s >> %d)::USMALLINT AS %s"
                    .formatted(Sql.name(healpix), 2 * (Healpix.MAX_ORDER - Copy.CELL_ORDER), Sql.name(Copy.CELL)));
        }
        return codes.toString();
    }

    private synchronized void begin(Statement statement) throws SQLException {
        if (stopped) {
            throw new SQLException("stopped before it began");
        }
        running = statement;
    }

    private synchronized void end() {
        running = null;
    }

    /** Ends what is being made; nothing is made any more. */
    synchronized void stop() throws SQLException {
        stopped = true;
        if (running != null) {
            running.cancel();
        }
    }
}
