package org.heralddata.formats.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Shape;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists within lists, compounds within lists, references and dimension scales, as h5py writes them. */
final class DeepTypesTest {
    @TempDir
    private Path folder;

    @Test
    void readsWhatLiesDeep() throws IOException {
        Path path = folder.resolve("deep.h5");
        Oracle.python("h5py", "numpy").run(H5pyAgreementTest.script("deep.py"), path);
        try (Hdf5TableFile file = Hdf5TableFile.open(path)) {
            assertThat(file.notices()).isEmpty();

            assertThat(column(file, "/", "deep").shape()).isEqualTo(Shape.of(Shape.VARIES, Shape.VARIES));
            assertThat(values(file, "/", "deep").getFirst()).isEqualTo(List.of(List.of(1L, 2L), List.of(3L)));
            assertThat(column(file, "/", "pairs").shape()).isEqualTo(Shape.of(2, Shape.VARIES));
            assertThat(values(file, "/", "pairs").getFirst()).isEqualTo(List.of(List.of(1L, 2L), List.of()));

            assertThat(file.tables().stream()
                            .filter(t -> t.name().equals("/events"))
                            .flatMap(t -> t.columns().stream())
                            .map(Column::name))
                    .containsExactly("id", "hits.pmt", "hits.t", "hits.xyz", "hits.pos.x", "hits.pos.y");
            assertThat(values(file, "/events", "hits.pmt"))
                    .isEqualTo(List.of(List.of(), List.of(10L), List.of(20L, 21L)));
            assertThat(values(file, "/events", "hits.xyz").getLast()).isEqualTo(List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0));
            assertThat(values(file, "/events", "hits.pos.y").getLast()).isEqualTo(List.of(0.0, -1.0));

            assertThat(values(file, "/links", "object")).isEqualTo(List.of("/axes", "/events", ""));
            assertThat(values(file, "/links", "region")).isEqualTo(List.of("", "", "/events"));
            assertThat(values(file, "/enums/flavour", "flavour")).isEqualTo(List.of("ANTINU", "NONE", "NU", "-1"));
            assertThat(file.tables().stream()
                            .filter(t -> t.name().equals("/axes"))
                            .map(t -> t.metadata().get("signal.dimensions")))
                    .containsExactly("[[/axes/time], [/axes/channel]]");
        }
    }

    private static Column column(Hdf5TableFile file, String table, String name) {
        return Tables.columns(file, table, name).getFirst();
    }

    private static List<@Nullable Object> values(Hdf5TableFile file, String table, String name) throws IOException {
        var values = new ArrayList<@Nullable Object>();
        for (List<@Nullable Object> row : Tables.read(file, table, name)) {
            values.add(row.getFirst());
        }
        return values;
    }
}
