package org.heralddata.app.access;

import java.util.List;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code herald access show}. */
@Command(name = "show", description = "List what is not open to everyone today.", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(
            paramLabel = "COLLECTION[@RELEASE]",
            arity = "0..1",
            description = "one collection or release (default: all)")
    private @Nullable String subject;

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Home opened = home.open()) {
            List<Subject> subjects = subject == null
                    ? opened.catalogue().collections().stream()
                            .map(id -> new Subject(id, null))
                            .toList()
                    : List.of(Subject.find(opened, subject));
            var inForce = new InForce(opened);
            List<String> lines =
                    subjects.stream().flatMap(s -> inForce.lines(s).stream()).toList();
            lines.forEach(console.out()::println);
            if (lines.isEmpty()) {
                console.out().println("All of it is open to everyone.");
            }
        }
        return ExitStatus.DONE.code();
    }
}
