package org.heralddata.query.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.publication.PublicState;
import org.heralddata.model.publication.Withdrawal;
import org.heralddata.model.table.Batch;
import org.heralddata.query.Count;
import org.heralddata.query.Estimate;
import org.heralddata.query.EventsRequest;
import org.heralddata.query.Export;
import org.heralddata.query.ExportForm;
import org.heralddata.query.Histogram;
import org.heralddata.query.Histogram2d;
import org.heralddata.query.HistogramSpec;
import org.heralddata.query.HistogramSpec.Scale;
import org.heralddata.query.QueryCode;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.Showers;
import org.heralddata.query.TableRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogueDataServiceTest extends DataOfShowers {
    @Test
    void offersTheNearestNameOfWhatThereIsNot() {
        var wrong = new CollectionId("shower");
        assertThatThrownBy(() -> data.count(TableRef.latest(wrong, "events"), ""))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics().getFirst().help())
                                .isEqualTo("did you mean `showers`?"));
        refused(QueryCode.NO_COLLECTION, () -> data.latest(wrong));
        refused(QueryCode.NO_RELEASE, () -> data.count(new TableRef(Showers.ID, "events", "r2"), ""));
        refused(QueryCode.NO_TABLE, () -> data.count(TableRef.latest(Showers.ID, "event"), ""));
        refused(QueryCode.NO_COLUMN, () -> data.count(EVENTS, "zee > 3"));
        refused(QueryCode.NO_COLUMN, () -> data.rows(EVENTS, new RowsRequest("", List.of("zee"), List.of(), null, 0)));
        refused(
                QueryCode.BAD_REQUEST,
                () -> data.rows(EVENTS, new RowsRequest("", List.of("ze", "ze"), List.of(), null, 0)));
        refused(
                QueryCode.BAD_ORDER,
                () -> data.rows(
                        EVENTS,
                        new RowsRequest("", List.of(), List.of(new RowsRequest.Order("edep", false)), null, 0)));
        refused(QueryCode.NO_FORMAT, () -> data.export(EVENTS, RowsRequest.where(""), ExportForm.usual("fits")));
        refused(QueryCode.NO_DIRECTION, () -> data.skyMap(TableRef.latest(Showers.NOTES, "notes"), "", 3));
        refused(QueryCode.BAD_REQUEST, () -> data.skyMap(EVENTS, "", 11));
        refused(QueryCode.TOO_LARGE, () -> Events.checkCells(786_433));
        Events.checkCells(786_432);
    }

    @Test
    void givesNothingOutThatWasWithdrawnButStillKnowsIt() {
        var withdrawn = new PublicState(null, null, new Withdrawal(Instant.EPOCH, "wrong times"), Instant.EPOCH);
        for (@Nullable String release : Arrays.asList(null, "r1")) {
            List<@Nullable Object> subject = Arrays.asList(Showers.ID, release);
            data.count(EVENTS, "");
            showers.states.put(subject, withdrawn);
            try {
                refused(QueryCode.NO_COLLECTION, () -> data.count(EVENTS, ""));
                refused(QueryCode.NO_COLLECTION, () -> data.release(new TableRef(Showers.ID, "events", "r1")));
                assertThat(data.collections())
                        .extracting(r -> r.collection().id())
                        .containsExactly(Showers.NOTES);
                assertThat(data.countEvents(new EventsRequest("", List.of(), null))
                                .parts())
                        .extracting(p -> p.collection())
                        .containsExactly(Showers.NOTES);
                var known = data.published().stream()
                        .filter(c -> c.id().equals(Showers.ID))
                        .findFirst()
                        .orElseThrow();
                assertThat(known.current()).isEmpty();
                assertThat(known.withdrawal(known.releases().getFirst())).isEqualTo(withdrawn.withdrawal());
            } finally {
                showers.states.remove(subject);
            }
        }
        assertThat(data.collections()).hasSize(2);
    }

    @Test
    void countsAndRemembers() {
        Count count = data.count(EVENTS, "ze < 20 deg");
        assertThat(count.rows())
                .isEqualTo(showers.rows().stream().filter(s -> s.ze() < 20).count());
        assertThat(count.of()).isEqualTo(2000);
        assertThat(data.count(EVENTS, "(ze < 20.0)")).isSameAs(count);
        assertThat(data.selection(EVENTS, "(ze<20)").text()).isEqualTo("ze < 20 deg");
    }

    @Test
    void remembersTheFirstRowsButNotMany() {
        assertThat(firstOf(12)).isSameAs(firstOf(12));
        assertThat(firstOf(13)).isNotSameAs(firstOf(12));
        assertThat(firstOf(100)).isNotSameAs(firstOf(100));
    }

    private static @Nullable Batch firstOf(long limit) {
        try (RowStream rows =
                data.rows(EVENTS, new RowsRequest("ze < 20", List.of("e", "edep"), List.of(), limit, 0))) {
            return rows.next();
        }
    }

    @Test
    void fillsInTheAxesOfHistograms() {
        List<Histogram> histograms = data.histograms(
                EVENTS,
                "",
                List.of(
                        HistogramSpec.of("ze", 6),
                        new HistogramSpec("ze", 3, null, 50.0, Scale.LOG),
                        HistogramSpec.of("has_grande", 2),
                        HistogramSpec.of("later", 1)));
        assertThat(histograms.get(0).edges()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0);
        assertThat(histograms.get(0).unit()).isEqualTo("deg");
        assertThat(histograms.get(0).counts().stream().mapToLong(x -> x).sum()).isEqualTo(2000);
        double least = showers.rows().stream()
                .mapToDouble(s -> s.ze())
                .filter(z -> z > 0)
                .min()
                .orElseThrow();
        assertThat(histograms.get(1).edges().getFirst()).isEqualTo(least);
        assertThat(histograms.get(1).over())
                .isEqualTo(showers.rows().stream().filter(s -> s.ze() > 50).count());
        assertThat(histograms.get(2).counts()).containsExactly(1333L, 667L);
        assertThat(histograms.get(3).nulls()).isEqualTo(2000);
        Histogram2d pairs = data.histogram2d(EVENTS, "", HistogramSpec.of("e", 3), HistogramSpec.of("ze", 2));
        assertThat(pairs.nulls()).isEqualTo(80);
        long inside =
                pairs.counts().stream().flatMap(List::stream).mapToLong(x -> x).sum();
        assertThat(inside + pairs.outside() + pairs.nulls()).isEqualTo(2000);
    }

    @Test
    void refusesAxesThatCannotBe() {
        for (HistogramSpec wrong : List.of(
                HistogramSpec.of("ze", 0),
                HistogramSpec.of("ze", 10_001),
                HistogramSpec.of("kind", 10),
                new HistogramSpec("ze", 10, 5.0, 5.0, Scale.LINEAR),
                new HistogramSpec("ze", 10, Double.NaN, 5.0, Scale.LINEAR),
                new HistogramSpec("ze", 10, -1.0, 5.0, Scale.LOG),
                new HistogramSpec("later", 10, null, 5.0, Scale.LOG))) {
            refused(QueryCode.BAD_HISTOGRAM, () -> data.histograms(EVENTS, "", List.of(wrong)));
        }
        refused(QueryCode.BAD_HISTOGRAM, () -> data.histograms(EVENTS, "", List.of()));
        refused(
                QueryCode.BAD_HISTOGRAM,
                () -> data.histogram2d(EVENTS, "", HistogramSpec.of("ze", 1001), HistogramSpec.of("e", 2)));
        refused(
                QueryCode.BAD_HISTOGRAM,
                () -> data.histogram2d(EVENTS, "", HistogramSpec.of("edep", 10), HistogramSpec.of("e", 2)));
    }

    @Test
    void exportsWithWhatTheFileMustSay() throws Exception {
        var out = new ByteArrayOutputStream();
        var request = new RowsRequest("ze<20", List.of("uuid", "ze"), List.of(), 10L, 5);
        try (Export export = data.export(EVENTS, request, ExportForm.usual("lines"))) {
            assertThat(export.fileName()).isEqualTo("showers-events-r1.txt");
            assertThat(export.header().rows().orElseThrow()).isEqualTo(10);
            assertThat(export.header().metadata())
                    .containsEntry("selection", "ze < 20 deg")
                    .containsEntry("licence", "CC-BY-4.0")
                    .containsEntry("citation", "10.1000/182")
                    .containsEntry("creators", "Doe, Jane")
                    .containsEntry("release", "r1")
                    .containsEntry("rows", "10")
                    .containsEntry("software", "herald test");
            assertThat(export.header().columns().get(1).unit()).isEqualTo("deg");
            export.writeTo(out);
        }
        List<String> uuids = showers.rows().stream()
                .filter(s -> s.ze() < 20)
                .skip(5)
                .limit(10)
                .map(Showers.Shower::uuid)
                .toList();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactlyElementsOf(uuids);
    }

    @Test
    void stopsWhenTheReceiverIsGone() throws Exception {
        for (int i = 0; i < 10; i++) {
            try (Export export = data.export(EVENTS, RowsRequest.where(""), ExportForm.usual("lines"))) {
                assertThatThrownBy(() -> export.writeTo(new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException("gone");
                            }
                        }))
                        .isInstanceOf(IOException.class);
            }
        }
        assertThat(data.count(EVENTS, "ze < 21").rows()).isPositive();
    }

    @Test
    void estimatesSizes() {
        Estimate estimate = data.estimate(EVENTS, new RowsRequest("ze < 20", List.of(), List.of(), 100L, 0));
        assertThat(estimate.rows()).isEqualTo(100);
        assertThat(estimate.of()).isEqualTo(2000);
        assertThat(estimate.estimates().keySet()).containsExactly("lines");
        assertThat(estimate.estimates().values()).allSatisfy(size -> {
            assertThat(size.bytes()).isEqualTo(3700);
            assertThat(size.seconds()).isPositive();
        });
    }

    @Test
    void findsFilesOfAReleaseAndNothingElse() {
        var release = data.latest(Showers.ID);
        assertThat(data.file(release, "showers/data/events-0.parquet")).isPresent();
        assertThat(data.file(release, "../etc/passwd")).isEmpty();
    }
}
