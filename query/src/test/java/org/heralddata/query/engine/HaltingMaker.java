package org.heralddata.query.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.query.Showers;

/**
 * A process that dies while it makes a copy: as soon as its file is there, and on a busy machine at the latest when that is to have its
 * name, which a folder has already.
 */
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
        Files.createDirectories(file.path().resolve("in-the-way"));
        try {
            new CopyMaker(new CopySettings(kept, 1L << 30, 0, 256)).make(file);
        } catch (IOException nameTaken) {
            Runtime.getRuntime().halt(HALTED);
        }
    }
}
