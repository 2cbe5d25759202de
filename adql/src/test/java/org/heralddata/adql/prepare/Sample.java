package org.heralddata.adql.prepare;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.schema.Schema;
import org.heralddata.adql.schema.SchemaColumn;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.schema.SchemaTable.Positions;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.model.sky.Healpix;

/** A small table that every engine can hold, of columns of every kind, and its schema; {@code others} is the same table. */
final class Sample {
    private static final int ROWS = 600;

    static final Schema SCHEMA = new Schema(List.of(table("stars"), table("others")));

    private Sample() {}

    private static SchemaTable table(String name) {
        List<SchemaColumn> columns = List.of(
                column("id", ValueType.INTEGER, ""),
                column("ra", ValueType.DOUBLE, "deg"),
                column("dec", ValueType.DOUBLE, "deg"),
                column("hpx", ValueType.BIGINT, ""),
                column("name", ValueType.TEXT, ""),
                new SchemaColumn("flux", "flux", ValueType.REAL, Meta.unit("Jy"), true, null),
                column("kind", ValueType.SMALLINT, ""),
                new SchemaColumn(
                        "s_region",
                        "s_region",
                        ValueType.TEXT,
                        new Meta(null, null, null, "adql:REGION", null),
                        false,
                        null),
                new SchemaColumn("seen", "seen", ValueType.TIME, Meta.NONE, false, "seen_ns"));
        return new SchemaTable("s", name, columns, new Positions("ra", "dec", "hpx", true), ROWS);
    }

    private static SchemaColumn column(String name, ValueType type, String unit) {
        return new SchemaColumn(name, name, type, Meta.unit(unit), false, null);
    }

    /** @param real name of the type of doubles */
    static void fill(Connection connection, String real) throws SQLException {
        var random = new Random(5);
        var rows = new ArrayList<String>();
        for (int i = 0; i < ROWS; i++) {
            double ra = i % 3 == 0 ? (359 + 2 * random.nextDouble()) % 360 : 360 * random.nextDouble();
            double dec = i % 5 == 0
                    ? 89 + random.nextDouble()
                    : i % 3 == 0 ? random.nextDouble() : Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
            String flux = i % 11 == 0 ? "'NaN'" : i % 7 == 0 ? "NULL" : "'" + (float) (10 * random.nextDouble()) + "'";
            rows.add("(%d, CAST('%s' AS %s), CAST('%s' AS %s), %d, '%s %d', CAST(%s AS REAL), %s, %s, %s, %d)"
                    .formatted(
                            i,
                            ra,
                            real,
                            dec,
                            real,
                            Healpix.index(29, ra, dec),
                            i % 2 == 0 ? "star" : "Étoile",
                            i,
                            flux,
                            i % 13 == 0 ? "NULL" : Integer.toString(i % 4),
                            i % 17 == 0 ? "NULL" : i % 19 == 0 ? "'Polygon 1 2 3 4 5 6'" : region(i, ra, dec),
                            "TIMESTAMP '2004-01-%02d 12:30:00.%06d'".formatted(1 + i % 28, 1000 * (i % 50)),
                            i % 5));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE stars (id INTEGER, ra " + real + ", \"dec\" " + real + ", hpx BIGINT, name "
                    + "VARCHAR, flux REAL, kind SMALLINT, s_region VARCHAR, seen TIMESTAMP, seen_ns SMALLINT)");
            statement.execute("INSERT INTO stars VALUES " + String.join(", ", rows));
        }
    }

    private static String region(int i, double ra, double dec) {
        return "'%s %s %s %s'"
                .formatted(i % 3 == 0 ? "Circle ICRS" : i % 3 == 1 ? "circle" : "CIRCLE FK5", ra, dec, i % 10);
    }

    static PreparedQuery prepare(Adql adql, String query) {
        return adql.prepare(query, SCHEMA, (_, _) -> "stars", -1);
    }

    static List<List<Object>> rows(Connection connection, PreparedQuery query) throws SQLException {
        var rows = new ArrayList<List<Object>>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query.sql())) {
            while (result.next()) {
                var row = new ArrayList<Object>();
                for (int i = 1; i <= query.columns().size(); i++) {
                    Object cell = result.getObject(i);
                    row.add(cell instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : cell);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
