package org.heralddata.app.doi;

import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code herald withdraw}. */
@Command(
        name = "withdraw",
        description = {
            "Stop giving out a collection or a release.",
            "Its files stay in the home; a page at its address says that it was withdrawn and why."
        },
        mixinStandardHelpOptions = true)
public final class WithdrawCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private SubjectOption subject = new SubjectOption();

    @ArgGroup(multiplicity = "1")
    private How how = new How();

    /** One of both. */
    static final class How {
        @Option(names = "--reason", paramLabel = "TEXT", description = "why, for those who look for the data")
        private @Nullable String reason;

        @Option(names = "--restore", description = "give it out again")
        private boolean restore;
    }

    public WithdrawCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        try (Home opened = home.open()) {
            Subject wanted = subject.find(opened);
            String reason = how.reason;
            if (how.restore || reason == null) {
                opened.publications().restore(wanted.id(), wanted.releaseName());
                console.out().printf("%s is given out again%n", wanted);
            } else {
                opened.publications().withdraw(wanted.id(), wanted.releaseName(), reason);
                console.out().printf("%s is no longer given out; its page says why%n", wanted);
            }
            if (!DoiUpdates.shown(wanted).isEmpty()) {
                console.out().printf("Tell DataCite: `herald doi update %s`%n", wanted.asArguments());
            }
        }
        return ExitStatus.DONE.code();
    }
}
