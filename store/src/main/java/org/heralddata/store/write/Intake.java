package org.heralddata.store.write;

import java.sql.SQLException;
import org.heralddata.model.table.Batch;

/** The way of rows into a table of DuckDB. */
sealed interface Intake permits StreamIntake, AppenderIntake {

    /** Takes rows; blocks while DuckDB is behind. */
    void append(Batch batch) throws SQLException;

    /** Ends the rows and waits until all are in the table. */
    void finish() throws SQLException;

    /** Gives up; nothing after {@link #finish}. */
    void abandon();
}
