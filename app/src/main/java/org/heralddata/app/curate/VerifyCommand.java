package org.heralddata.app.curate;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.heralddata.app.console.AppCode;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.app.console.Progress;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.home.Fixity;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code herald verify [COLLECTION]}. */
@Command(
        name = "verify",
        description = "Compare every data file with its recorded size and sha256.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "COLLECTION", arity = "0..1", description = "the collection's id (default: all)")
    private @Nullable String collection;

    public VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try (Home opened = home.open();
                Progress progress = console.progress("verifying")) {
            var files = new AtomicLong();
            Fixity.Report report =
                    Fixity.check(opened, wanted(opened), file -> progress.at(files.incrementAndGet(), 0, file.path()));
            ExitStatus status = console.tell(report.diagnostics());
            console.err()
                    .printf(
                            Locale.ROOT,
                            "%,d files, %,d bytes verified: %s%n",
                            report.files(),
                            report.bytes(),
                            report.diagnostics().isEmpty() ? "all as published" : "see above");
            return status.code();
        }
    }

    private Optional<CollectionId> wanted(Home opened) {
        if (collection == null) {
            return Optional.empty();
        }
        String name = collection;
        var ids = opened.catalogue().collections();
        return Optional.of(ids.stream()
                .filter(id -> id.value().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(Diagnostic.error(
                                AppCode.NOTHING_INGESTED, "the home holds no collection `%s`".formatted(name))
                        .helped(Nearest.help(
                                name, ids.stream().map(CollectionId::value).toList())))));
    }
}
