package org.heralddata.store.home;

import java.util.Optional;

/**
 * How a home is opened.
 *
 * @param jdbcUrl a PostgreSQL server of the user's own, {@code jdbc:postgresql://host/db?user=…&password=…}; empty for the
 *                server that comes with Herald and keeps its data in the home
 */
public record HomeOptions(Optional<String> jdbcUrl) {

    /** The server that comes with Herald. */
    public static final HomeOptions DEFAULT = new HomeOptions(Optional.empty());
}
