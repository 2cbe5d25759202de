package org.heralddata.app.console;

import java.nio.file.Path;
import java.util.Optional;
import org.heralddata.store.home.Home;
import org.heralddata.store.home.HomeOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which home a command works on. */
public final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "the home folder (default: $$HERALD_HOME, else ./herald-home)")
    private @Nullable Path home;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "JDBC address of a PostgreSQL server of your own (default: the one that comes with Herald)")
    private @Nullable String database;

    /** The folder, absolute. */
    public Path path() {
        if (home != null) {
            return home.toAbsolutePath().normalize();
        }
        String told = System.getenv("HERALD_HOME");
        Path usual = Path.of(told == null || told.isBlank() ? "herald-home" : told);
        return usual.toAbsolutePath().normalize();
    }

    /** Opens the home, to be closed by the caller. */
    public Home open() {
        return Home.open(path(), new HomeOptions(Optional.ofNullable(database)));
    }
}
