package org.heralddata.formats.root.ntuple;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structures of fields, value by value. */
final class MadeFieldsTest {

    @Test
    void readsMissingValuesRecordsVariantsAndLateFields(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("made.root");
        Oracle.python("uproot", "awkward").run(script(), file);
        TestNTuples.Contents made = TestNTuples.read(file);
        assertThat(values(made, "option")).containsExactly(1.5, null, 3.5, 1.5);
        assertThat(values(made, "option_list")).containsExactly(List.of(1L, 2L), null, List.of(), List.of(1L, 2L));
        assertThat(values(made, "rec/x")).containsExactly(1L, 2L, 3L, 1L);
        assertThat(values(made, "rec/y")).containsExactly(List.of(0.5), List.of(), List.of(1.5, 2.5), List.of(0.5));
        assertThat(values(made, "recs/s"))
                .containsExactly(List.of("one", "two"), List.of(), List.of(""), List.of("one", "two"));
        assertThat(values(made, "opts"))
                .containsExactly(
                        Arrays.asList(1L, null, 3L),
                        List.of(),
                        Arrays.asList((Object) null),
                        Arrays.asList(1L, null, 3L));
        assertThat(values(made, "flag")).containsExactly(true, false, true, true);
        assertThat(values(made, "name")).containsExactly("é", "", "z", "é");
        assertThat(values(made, "either/_0")).containsExactly(1L, null, 2L, 1L);
        assertThat(values(made, "either/_1")).containsExactly(null, "text", null, null);
        assertThat(values(made, "a")).containsExactly(1L, 2L, 3L, 4L);
        assertThat(values(made, "b")).containsExactly(0.0, 0.0, 0.0, 4.5);
        assertThat(made.leftOut()).isEmpty();
    }

    @Test
    void readsVariantsThatRootWrote() throws IOException {
        TestNTuples.Contents made =
                TestNTuples.read(SharedData.file("root-variety/test_stl_containers_rntuple_v1-0-0-0.root"));
        assertThat(values(made, "variant_int32_string/_0")).containsExactly(1L, null, null, 4L, 5L);
        assertThat(values(made, "variant_int32_string/_1")).containsExactly(null, "two", "three", null, null);
        assertThat(values(made, "vector_variant_int64_string/_0").get(2)).isEqualTo(Arrays.asList(null, 2L, 3L));
        assertThat(values(made, "vector_variant_int64_string/_1").get(2)).isEqualTo(Arrays.asList("one", null, null));
        assertThat(values(made, "array_lv/pt").get(1)).isEqualTo(List.of(2.0, 2.0, 2.0));
        assertThat(values(made, "vector_vector_string").get(1)).isEqualTo(List.of(List.of("one"), List.of("two")));
    }

    private static List<@Nullable Object> values(TestNTuples.Contents contents, String name) {
        Column column = contents.columns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + contents.columns()));
        var values = new ArrayList<@Nullable Object>();
        for (Batch batch : Objects.requireNonNull(contents.batches().get(name))) {
            Tables.rows(List.of(column), batch).forEach(row -> values.add(row.getFirst()));
        }
        return values;
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(MadeFieldsTest.class.getResourceAsStream("made.py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
