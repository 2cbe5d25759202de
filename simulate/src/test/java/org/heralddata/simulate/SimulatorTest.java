package org.heralddata.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.FormatName;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorTest {

    @Test
    void writesExactlyTheEventsAskedForInOrder() throws IOException {
        var kept = new Kept();
        var told = new AtomicLong();

        Simulator.write(SimulationKind.GAMMA_DEMO, 20_001, 3, kept, OutputStream.nullOutputStream(), told::set);

        long[] ids = kept.batches.stream()
                .flatMapToLong(b -> Arrays.stream(((Vector.Longs) b.vectors().getFirst()).values()))
                .toArray();
        assertThat(ids).hasSize(20_001).isSorted();
        assertThat(told).hasValue(20_001);
    }

    @ParameterizedTest
    @CsvSource({"KASCADE_DEMO, true_E", "NEUTRINO_DEMO, Decl", "GAMMA_DEMO, ENERGY"})
    void noEventIsThatOfAnotherBlockAgain(SimulationKind kind, String column) throws IOException {
        var kept = new Kept();
        int events = 6 * Batch.ROWS;

        Simulator.write(kind, events, 42, kept, OutputStream.nullOutputStream(), _ -> {});

        int index = kind.simulation().header(events).columns().stream()
                .map(Column::name)
                .toList()
                .indexOf(column);
        double[] values = kept.batches.stream()
                .flatMapToDouble(
                        b -> Arrays.stream(((Vector.Doubles) b.vectors().get(index)).values()))
                .toArray();
        assertThat(values).hasSize(events);
        assertThat(Arrays.stream(values).distinct().count())
                .as("numbers with 53 random bits")
                .isEqualTo(events);
    }

    @Test
    void knowsItsKindsByName() {
        assertThat(SimulationKind.labels()).containsExactly("kascade-demo", "neutrino-demo", "gamma-demo");
        assertThat(SimulationKind.of("gamma-demo")).contains(SimulationKind.GAMMA_DEMO);
        assertThat(SimulationKind.of("graviton")).isEmpty();
    }

    @Test
    void stationsOfTheCollectionStandWhereTheyAreSimulated() throws IOException {
        Path file = ProjectRoot.path().resolve("collections/kascade-demo/detector/stations.csv");
        assertThat(SimulationKind.KASCADE_DEMO.stations()).hasValue(Files.readString(file));
    }

    /** Keeps the batches instead of writing them. */
    private static final class Kept implements TableWriter {
        private final List<Batch> batches = new ArrayList<>();

        @Override
        public FormatName format() {
            return new FormatName("kept");
        }

        @Override
        public String mediaType() {
            return "application/octet-stream";
        }

        @Override
        public String extension() {
            return "kept";
        }

        @Override
        public double bytesPerRow(TableHeader header) {
            return 0;
        }

        @Override
        public TableSink open(OutputStream out, TableHeader header) {
            return new TableSink() {
                @Override
                public void write(Batch batch) {
                    batches.add(batch);
                }

                @Override
                public void finish() {}

                @Override
                public void close() {}
            };
        }
    }
}
