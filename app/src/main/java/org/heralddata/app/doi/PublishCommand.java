package org.heralddata.app.doi;

import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.model.publication.Doi;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald doi publish}. */
@Command(
        name = "publish",
        description = "Make a DOI findable, for ever, or tell DataCite its new metadata.",
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private SubjectOption subject = new SubjectOption();

    PublishCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (Home opened = home.open()) {
            Subject wanted = subject.find(opened);
            Doi doi = DoiWork.run(opened, registration -> registration.publish(wanted));
            console.out().printf("%s  %s%n", doi.address(), wanted);
        }
        return ExitStatus.DONE.code();
    }
}
