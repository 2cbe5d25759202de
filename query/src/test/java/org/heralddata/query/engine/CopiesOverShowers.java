package org.heralddata.query.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.query.RowStream;
import org.heralddata.query.Showers;
import org.heralddata.query.cuts.CutSchema;
import org.heralddata.query.cuts.Cuts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Simulated showers in their files and in a copy, for all tests of a class. */
abstract class CopiesOverShowers {
    @TempDir
    static Path folder;

    static Showers showers;
    static Source source;
    static DuckDbEngine files;
    static DuckDbEngine copies;

    @BeforeAll
    static void open() throws Exception {
        showers = Showers.in(folder.resolve("wh"), SortOrder.TIME);
        source = Source.of(showers, release(), "events");
        files = engine(folder.resolve("none"));
        copies = engine(folder.resolve("copies"));
        Files.createDirectories(folder.resolve("copies"));
        CopyFile file = CopyFile.of(folder.resolve("copies"), source);
        new CopyMaker(settings("copies")).make(file);
        copies.copies().attach(file);
    }

    @AfterAll
    static void close() {
        files.close();
        copies.close();
    }

    static Release release() {
        return showers.latest(Showers.ID).orElseThrow();
    }

    static CopySettings settings(String name) {
        return new CopySettings(folder.resolve(name), 1L << 30, 0, 256);
    }

    static DuckDbEngine engine(Path copies) {
        return new DuckDbEngine(new EngineOptions(
                        List.of(folder.resolve("wh")), folder.resolve("tmp"), 2, 512, 2, 8, 4, Duration.ofSeconds(30))
                .withCopies(copies));
    }

    static Cut cut(String where) {
        return Cuts.read(where, CutSchema.of(source.table()));
    }

    static Engine.Row whole() {
        return new Engine.Row(
                source.table().columns().stream().map(c -> c.toColumn()).toList(),
                source.table().columns().stream()
                        .map(c -> (Output) new Output.Cell(c.name()))
                        .toList());
    }

    static List<String> rows(RowStream stream) {
        var rows = new ArrayList<String>();
        try (stream) {
            for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
                for (int row = 0; row < batch.rows(); row++) {
                    var cells = new ArrayList<@Nullable Object>();
                    for (Vector vector : batch.vectors()) {
                        cells.add(cell(vector, row));
                    }
                    rows.add(cells.toString());
                }
            }
        }
        return rows;
    }

    static @Nullable Object cell(Vector vector, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector) {
            case Vector.Longs longs -> longs.values()[row];
            case Vector.Doubles doubles -> doubles.values()[row];
            case Vector.Strings strings -> strings.values()[row];
            case Vector.Blobs blobs -> Arrays.toString(blobs.values()[row]);
            case Vector.Lists lists -> {
                var list = new ArrayList<@Nullable Object>();
                for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                    list.add(cell(lists.elements(), i));
                }
                yield list;
            }
        };
    }
}
