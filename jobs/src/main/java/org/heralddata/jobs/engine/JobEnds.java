package org.heralddata.jobs.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.heralddata.jobs.JobEnd;
import org.heralddata.jobs.Phase;
import org.heralddata.store.database.Database;

/**
 * Tells that jobs ended, each once. An end is kept in the transaction that ends the job, whichever process does, and for a week if nobody
 * asks. Safe for many threads and processes: what one is being told of, others are not.
 */
public final class JobEnds {
    private static final String TAKE = "delete from job_ended where number in"
            + " (select number from job_ended order by number limit ? for update skip locked)"
            + " returning number, job, kind, phase, owner, at";

    private final Supplier<DataSource> database;

    /** @param database may have to be waited for; only what needs it does */
    public JobEnds(Supplier<DataSource> database) {
        this.database = database;
    }

    /**
     * Tells of some that nobody was told of yet, the oldest first.
     *
     * @param atMost so many
     * @return how many there were; fewer than {@code atMost} if no others are left
     * @throws RuntimeException of the listener; then all of them will be told again
     */
    public int tell(int atMost, Listener listener) {
        try (Connection connection = database.get().getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<JobEnd> ends = take(connection, atMost);
                for (JobEnd end : ends) {
                    listener.ended(end, connection);
                }
                connection.commit();
                return ends.size();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Database.away(e);
        }
    }

    private static List<JobEnd> take(Connection connection, int atMost) throws SQLException {
        List<JobEnd> ends = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setInt(1, atMost);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ends.add(new JobEnd(
                            row.getLong("number"),
                            row.getString("job"),
                            row.getString("kind"),
                            Phase.valueOf(row.getString("phase")),
                            row.getString("owner"),
                            row.getObject("at", OffsetDateTime.class).toInstant()));
                }
            }
        }
        ends.sort((a, b) -> Long.compare(a.number(), b.number()));
        return ends;
    }

    /** Is told of ends. */
    public interface Listener {

        /**
         * A job ended. To be quick: others wait.
         *
         * @param connection in the transaction by which the end counts as told: what is written by it is kept if and only if that is
         */
        void ended(JobEnd end, Connection connection) throws SQLException;
    }
}
