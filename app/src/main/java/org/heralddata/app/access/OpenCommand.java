package org.heralddata.app.access;

import java.util.List;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald access open}. */
@Command(
        name = "open",
        description = {
            "Take off what `herald access set` put on a collection or a release.",
            "What its descriptor restricts stays so until a release says otherwise."
        },
        mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private SubjectParameter subject = new SubjectParameter();

    OpenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            Subject wanted = subject.find(opened);
            boolean was = opened.access().open(wanted.collection(), wanted.release());
            console.out().printf(was ? "%s: taken off%n" : "%s: nothing was set%n", wanted);
            List<String> left = new InForce(opened).lines(wanted);
            if (!left.isEmpty()) {
                console.out().println("Still in force:");
                left.forEach(line -> console.out().println("  " + line));
            }
        }
        return ExitStatus.DONE.code();
    }
}
