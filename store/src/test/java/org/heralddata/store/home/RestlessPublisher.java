package org.heralddata.store.home;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.store.ReleaseTransaction;
import org.heralddata.store.StagedTable;

/** Publishes releases of two tables without end: the home, the database's address. */
final class RestlessPublisher {
    static final int ROWS = 30_000;

    private RestlessPublisher() {}

    public static void main(String[] arguments) {
        try (Home home = Home.open(Path.of(arguments[0]), new HomeOptions(Optional.of(arguments[1])))) {
            while (true) {
                System.out.println("begin");
                publish(home);
            }
        }
    }

    private static void publish(Home home) {
        try (ReleaseTransaction transaction = home.begin(Samples.ID, Optional.empty())) {
            for (String name : List.of("events", "others")) {
                StagedTable table = transaction.table(name, Samples.EVENTS, SortOrder.TIME, "t");
                table.append(Samples.events(0, ROWS));
                table.finish();
            }
            transaction.commit(
                    Samples.collection(),
                    "test",
                    "",
                    List.of(
                            Samples.published("events", ROWS, Samples.EVENTS, SortOrder.TIME),
                            Samples.published("others", ROWS, Samples.EVENTS, SortOrder.TIME)),
                    List.of(),
                    List.of());
        }
    }
}
