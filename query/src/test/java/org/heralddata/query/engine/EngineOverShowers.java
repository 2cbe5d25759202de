package org.heralddata.query.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.Column;
import org.heralddata.query.Showers;
import org.heralddata.query.cuts.CutSchema;
import org.heralddata.query.cuts.Cuts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** An engine over simulated showers, for all tests of a class. */
abstract class EngineOverShowers {
    @TempDir
    static Path folder;

    static DuckDbEngine engine;
    static Showers showers;

    @BeforeAll
    static void open() throws Exception {
        showers = Showers.in(folder.resolve("wh"), SortOrder.TIME);
        engine = new DuckDbEngine(options(Duration.ofSeconds(30)));
    }

    static EngineOptions options(Duration timeOut) {
        return new EngineOptions(List.of(folder.resolve("wh")), folder.resolve("tmp"), 2, 512, 2, 8, 4, timeOut);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    static Cut cut(String where) {
        return Cuts.read(where, CutSchema.of(showers.source().table()));
    }

    static Engine.Row row(String... columns) {
        List<Column> shown = Arrays.stream(columns)
                .map(name -> showers.source().column(name).toColumn())
                .toList();
        return new Engine.Row(
                shown, Arrays.stream(columns).<Output>map(Output.Cell::new).toList());
    }
}
