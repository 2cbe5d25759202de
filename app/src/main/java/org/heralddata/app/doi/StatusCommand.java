package org.heralddata.app.doi;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.model.publication.PublicState;
import org.heralddata.query.publication.GivenOut;
import org.heralddata.query.publication.PublishedCollection;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald doi status}. */
@Command(
        name = "status",
        description = "List DOIs and withdrawals of all collections and releases.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            for (PublishedCollection collection : new GivenOut(opened.catalogue()).published()) {
                tell(collection.id().value(), collection.state());
                collection
                        .releases()
                        .forEach(r -> tell(collection.id() + " " + r.release().name(), r.state()));
            }
            SubjectOption.files(opened)
                    .published()
                    .forEach(f -> tell(f.files().about().id().value(), f.state()));
        }
        return ExitStatus.DONE.code();
    }

    private void tell(String subject, PublicState state) {
        String doi = state.doi() == null
                ? "no DOI"
                : state.doi() + " "
                        + Objects.requireNonNull(state.doiState()).name().toLowerCase(Locale.ROOT);
        var withdrawal = state.withdrawal();
        String gone = withdrawal == null ? "" : ", withdrawn: " + withdrawal.reason();
        console.out().printf("%-40s %s%s%n", subject, doi, gone);
    }
}
