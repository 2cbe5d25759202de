package org.heralddata.app.doi;

import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.model.publication.Doi;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald doi reserve}. */
@Command(
        name = "reserve",
        description = "Reserve a DOI: a draft that nobody else can take and that may be given up.",
        mixinStandardHelpOptions = true)
final class ReserveCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private SubjectOption subject = new SubjectOption();

    ReserveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (Home opened = home.open()) {
            Subject wanted = subject.find(opened);
            Doi doi = DoiWork.run(opened, registration -> registration.reserve(wanted));
            console.out().printf("%s  %s%n", doi, wanted);
        }
        return ExitStatus.DONE.code();
    }
}
