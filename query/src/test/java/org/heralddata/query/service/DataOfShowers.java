package org.heralddata.query.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.query.Showers;
import org.heralddata.query.TableRef;
import org.heralddata.query.engine.DuckDbEngine;
import org.heralddata.query.engine.EngineOptions;
import org.heralddata.spi.Formats;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The service over simulated showers, for all tests of a class. */
abstract class DataOfShowers {
    @TempDir
    static Path folder;

    static final TableRef EVENTS = TableRef.latest(Showers.ID, "events");
    static Showers showers;
    static CatalogueDataService data;

    @BeforeAll
    static void open() throws Exception {
        showers = Showers.in(folder.resolve("wh"), SortOrder.TIME);
        var options = new EngineOptions(
                List.of(folder.resolve("wh")), folder.resolve("tmp"), 2, 512, 2, 8, 4, Duration.ofSeconds(30));
        data = new CatalogueDataService(
                showers, new DuckDbEngine(options), new Formats(List.of(), List.of(new LineWriter())), "herald test");
    }

    @AfterAll
    static void close() {
        data.close();
    }

    static void refused(QueryCode code, ThrowingCallable question) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics().getFirst().code())
                                .isEqualTo(code));
    }
}
