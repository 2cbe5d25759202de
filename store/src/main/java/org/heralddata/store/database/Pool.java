package org.heralddata.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;

/**
 * Connections. While the server is away one caller waits for it, and not for long; the others are told at once, so that they do not all wait
 * together. Safe for many threads.
 */
final class Pool extends HikariDataSource {
    /** For a connection of a server that answers, all of which may be in use. */
    private static final long PATIENCE_MS = 10_000;

    private static final long PATIENCE_WHILE_AWAY_MS = 1_000;

    private final Semaphore looking = new Semaphore(1);
    private volatile boolean away;

    private final Runnable lost;

    /** @param lost is told when the server ceases to answer; returns at once */
    Pool(HikariConfig config, Runnable lost) {
        super(config);
        this.lost = lost;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!away) {
            return tried();
        }
        if (!looking.tryAcquire()) {
            throw new SQLTransientConnectionException("it does not answer");
        }
        try {
            return tried();
        } finally {
            looking.release();
        }
    }

    private Connection tried() throws SQLException {
        try {
            Connection connection = super.getConnection();
            is(false);
            return connection;
        } catch (SQLException failed) {
            // with connections in use the pool is merely small for what is asked
            is(!isRunning() || getHikariPoolMXBean().getActiveConnections() == 0);
            throw failed;
        }
    }

    private void is(boolean nowAway) {
        if (away != nowAway) {
            away = nowAway;
            setConnectionTimeout(nowAway ? PATIENCE_WHILE_AWAY_MS : PATIENCE_MS);
            if (nowAway) {
                lost.run();
            }
        }
    }
}
