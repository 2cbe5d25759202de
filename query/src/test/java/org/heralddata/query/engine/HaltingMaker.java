package org.heralddata.query.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.query.Showers;

/** A process that dies while it makes a copy: when rows are in its file, but not all is said of them. */
final class HaltingMaker {
    static final int HALTED = 97;

    private HaltingMaker() {}

    public static void main(String[] arguments) throws Exception {
        Path kept = Path.of(arguments[1]);
        Showers showers = Showers.in(Path.of(arguments[0]), SortOrder.TIME);
        Source source = Source.of(showers, showers.latest(Showers.ID).orElseThrow(), "events");
        CopyFile file = CopyFile.of(kept, source);
        Thread.ofPlatform().daemon().start(() -> {
            while (!Files.exists(file.making())) {
                Thread.onSpinWait();
            }
            Runtime.getRuntime().halt(HALTED);
        });
        new CopyMaker(new CopySettings(kept, 1L << 30, 0, 256)).make(file);
    }
}
