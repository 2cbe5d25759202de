package org.heralddata.store.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.StoreDiagnostic;

/** Brings the tables of a database up to date with {@code db/migration}. */
final class Migrations {
    /** Of the newest file in {@code db/migration}. */
    static final int NEWEST = 13;

    private static final String UNDEFINED_TABLE = "42P01";

    private Migrations() {}

    /**
     * Applies what is missing. Asks the history first: Flyway itself takes half a second of processor time to find nothing to do.
     *
     * @param own connects otherwise than by the pool: a change of large tables may be silent for longer
     * @throws Refusal if the database knows migrations that this program does not
     */
    static void apply(DataSource database, UnaryOperator<FluentConfiguration> own) {
        int present = present(database);
        if (present > NEWEST) {
            throw new Refusal(Diagnostic.error(
                            StoreDiagnostic.DATABASE_NEWER,
                            "the database has tables of version %d, this Herald knows version %d"
                                    .formatted(present, NEWEST))
                    .helped("use the Herald that made this home, or a newer one"));
        }
        if (present < NEWEST) {
            own.apply(Flyway.configure())
                    .locations("classpath:db/migration")
                    .target(MigrationVersion.fromVersion(Integer.toString(NEWEST)))
                    .baselineOnMigrate(false)
                    .load()
                    .migrate();
        }
    }

    private static int present(DataSource database) {
        String newest = "select coalesce(max(version::integer), 0) from flyway_schema_history where success";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(newest)) {
            result.next();
            return result.getInt(1);
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return 0;
            }
            throw Database.away(e);
        }
    }
}
