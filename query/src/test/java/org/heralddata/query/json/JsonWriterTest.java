package org.heralddata.query.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableHeader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonWriterTest {

    @Test
    void writesEveryTypeSoThatItReadsBackEqual() throws Exception {
        var nulls = new BitSet();
        nulls.set(1);
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("title", "a \"title\"\n\\ \u0001 é");
        var header = new TableHeader(
                "events",
                "",
                OptionalLong.of(2),
                List.of(
                        Column.of("f", ColumnType.FLOAT32).withUnit("deg"),
                        Column.of("d", ColumnType.FLOAT64),
                        Column.of("t", ColumnType.TIMESTAMP),
                        Column.of("u", ColumnType.UINT64),
                        Column.of("b", ColumnType.BOOL),
                        Column.of("s", ColumnType.STRING),
                        Column.of("l", ColumnType.INT16).withShape(Shape.LIST),
                        Column.of("x", ColumnType.BYTES)),
                metadata);
        var batch = new Batch(
                2,
                List.of(
                        new Vector.Doubles(new double[] {0.1f, 0}, 2, nulls),
                        new Vector.Doubles(new double[] {Double.NaN, Double.NEGATIVE_INFINITY}, 2, null),
                        new Vector.Longs(new long[] {1_072_915_200_000_000_001L, 0}, 2, null),
                        new Vector.Longs(new long[] {-1, 5}, 2, null),
                        new Vector.Longs(new long[] {1, 0}, 2, null),
                        new Vector.Strings(new String[] {"it's \"so\"", null}, 2, nulls),
                        new Vector.Lists(new int[] {0, 2, 2}, new Vector.Longs(new long[] {7, -8}, 2, null), 2, null),
                        new Vector.Blobs(new byte[][] {{1, 2, 3}, {}}, 2, null)));
        var out = new ByteArrayOutputStream();
        try (var sink = new JsonWriter().open(out, header)) {
            sink.write(batch);
            sink.finish();
        }
        JsonNode json = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(json.path("metadata").path("title").asString()).isEqualTo(metadata.get("title"));
        assertThat(json.path("columns").get(0).toString())
                .isEqualTo(
                        "{\"name\":\"f\",\"type\":\"float32\",\"shape\":[],\"unit\":\"deg\",\"ucd\":null,\"description\":null}");
        assertThat(json.path("columns").get(6).path("shape").toString()).isEqualTo("[null]");
        assertThat(json.path("rows").toString())
                .isEqualTo("[[0.1,\"NaN\",\"2004-01-01T00:00:00.000000001Z\",18446744073709551615,true,"
                        + "\"it's \\\"so\\\"\",[7,-8],\"AQID\"],"
                        + "[null,\"-Infinity\",\"1970-01-01T00:00:00Z\",5,false,null,[],\"\"]]");
    }

    @Test
    void writesATableWithoutRows() throws Exception {
        var header = new TableHeader(
                "t", "", OptionalLong.of(0), List.of(Column.of("a", ColumnType.BOOL)), new LinkedHashMap<>());
        var out = new ByteArrayOutputStream();
        try (var sink = new JsonWriter().open(out, header)) {
            sink.finish();
        }
        assertThat(JsonMapper.shared().readTree(out.toByteArray()).path("rows").size())
                .isZero();
    }
}
