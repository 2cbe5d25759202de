package org.heralddata.query.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest.Order;
import org.heralddata.query.Showers;
import org.heralddata.query.Showers.Shower;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbEngineTest extends EngineOverShowers {
    @Test
    void readsCellsOfEveryTypeBack() {
        var rows = new ArrayList<Batch>();
        try (RowStream stream = engine.rows(
                showers.source(),
                Cut.EVERYTHING,
                row("uuid", "n", "big", "e", "ra", "time", "has_grande", "edep", "raw", "later"),
                List.of(),
                null,
                0)) {
            for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
                rows.add(batch);
            }
        }
        assertThat(rows).hasSize(1);
        Batch batch = rows.getFirst();
        assertThat(batch.rows()).isEqualTo(2000);
        for (int i = 0; i < 2000; i++) {
            Shower s = showers.rows().get(i);
            assertThat(((Vector.Strings) batch.vectors().get(0)).values()[i]).isEqualTo(s.uuid());
            assertThat(((Vector.Longs) batch.vectors().get(1)).values()[i]).isEqualTo(s.n());
            assertThat(((Vector.Longs) batch.vectors().get(2)).values()[i]).isEqualTo(s.big());
            assertThat(batch.vectors().get(3).isNull(i)).isEqualTo(s.e() == null);
            if (s.e() != null) {
                assertThat((float) ((Vector.Doubles) batch.vectors().get(3)).values()[i])
                        .isEqualTo(s.e());
            }
            assertThat(batch.vectors().get(4).isNull(i)).isEqualTo(s.ra() == null);
            assertThat(((Vector.Longs) batch.vectors().get(5)).values()[i]).isEqualTo(s.time());
            assertThat(((Vector.Longs) batch.vectors().get(6)).values()[i]).isEqualTo(s.hasGrande() ? 1 : 0);
            assertThat(batch.vectors().get(7).isNull(i)).isEqualTo(s.edep() == null);
            assertThat(list((Vector.Lists) batch.vectors().get(7), i))
                    .isEqualTo(s.edep() == null ? List.of() : s.edep());
            byte[] raw = ((Vector.Blobs) batch.vectors().get(8)).values()[i];
            assertThat(raw).isEqualTo(s.kind() == null ? null : new byte[] {0, -1});
            assertThat(batch.vectors().get(9).isNull(i)).isTrue();
        }
    }

    private static List<Float> list(Vector.Lists lists, int row) {
        var cell = new ArrayList<Float>();
        for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
            cell.add((float) ((Vector.Doubles) lists.elements()).values()[i]);
        }
        return cell;
    }

    private static List<Double> values(List<Order> order, @Nullable Long limit, long offset, String column) {
        var values = new ArrayList<Double>();
        try (RowStream stream = engine.rows(showers.source(), Cut.EVERYTHING, row(column), order, limit, offset)) {
            for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
                Vector vector = batch.vectors().getFirst();
                for (int i = 0; i < batch.rows(); i++) {
                    values.add(vector.isNull(i) ? Double.NaN : ((Vector.Doubles) vector).values()[i]);
                }
            }
        }
        return values;
    }

    @Test
    void ordersWithMissingValuesLastAndLimits() {
        List<Double> rising = values(List.of(new Order("e", false)), null, 0, "e");
        List<Double> falling = values(List.of(new Order("e", true)), null, 0, "e");
        assertThat(rising.subList(0, 1920)).isSorted().noneMatch(x -> x.isNaN());
        assertThat(rising.subList(1920, 2000)).allMatch(x -> x.isNaN());
        assertThat(falling.subList(1920, 2000)).allMatch(x -> x.isNaN());
        assertThat(falling.getFirst()).isEqualTo(rising.get(1919));
        assertThat(values(List.of(), 5L, 10, "ze"))
                .isEqualTo(showers.rows().subList(10, 15).stream()
                        .map(s -> (double) s.ze())
                        .toList());
        assertThat(values(List.of(), 0L, 0, "ze")).isEmpty();
    }

    @Test
    void limitsOpenStreamsAndGivesThemBack() {
        var open = new ArrayList<RowStream>();
        for (int i = 0; i < 4; i++) {
            open.add(engine.rows(showers.source(), Cut.EVERYTHING, row("n"), List.of(), null, 0));
        }
        assertThatThrownBy(() -> engine.rows(showers.source(), Cut.EVERYTHING, row("n"), List.of(), null, 0))
                .hasMessageContaining("too many");
        open.forEach(RowStream::close);
        open.forEach(RowStream::close);
        try (RowStream stream = engine.rows(showers.source(), Cut.EVERYTHING, row("n"), List.of(), null, 0)) {
            assertThat(stream.next()).isNotNull();
        }
    }

    @Test
    void cancelsAndServesOn() {
        try (var hasty = new DuckDbEngine(options(Duration.ZERO))) {
            assertThatThrownBy(() -> hasty.count(showers.source(), cut("any(edep > 5) or ze < 3")))
                    .hasMessageContaining("longer than");
        }
        try (RowStream stream = engine.rows(showers.source(), Cut.EVERYTHING, row("n"), List.of(), null, 0)) {
            assertThat(stream.columns()).hasSize(1);
        }
        assertThat(engine.count(showers.source(), cut("ze < 61"))).isEqualTo(2000);
    }

    @Test
    void readsNoFileOutsideOfTheWarehouse(@TempDir Path elsewhere) throws Exception {
        Showers foreign = Showers.in(elsewhere, SortOrder.NONE);
        assertThatThrownBy(() -> engine.count(foreign.source(), cut("ze < 3")))
                .isInstanceOf(IllegalStateException.class)
                .rootCause()
                .hasMessageContaining("Permission Error");
    }
}
