package org.heralddata.app.doi;

import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald doi update}. */
@Command(
        name = "update",
        description =
                "Tell DataCite today's metadata of findable DOIs of a collection and its releases; hide those of what was withdrawn.",
        mixinStandardHelpOptions = true)
final class UpdateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private SubjectOption subject = new SubjectOption();

    UpdateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (Home opened = home.open()) {
            DoiUpdates.tell(opened, subject.find(opened), console);
        }
        return ExitStatus.DONE.code();
    }
}
