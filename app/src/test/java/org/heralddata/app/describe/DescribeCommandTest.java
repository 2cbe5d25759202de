package org.heralddata.app.describe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.app.RunHerald;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DescribeCommandTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void countsAndSumsEveryColumn() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "id,e,name\n1,1.5,a\n2,,b\n3,2.5,c\n", UTF_8);

        var run = RunHerald.with("describe", "--json", "--stats", file.toString());

        assertThat(run.status()).isZero();
        JsonNode table = new JsonMapper().readTree(run.out()).get("tables").get(0);
        assertThat(table.get("rows").asLong()).isEqualTo(3);
        JsonNode id = table.get("columns").get(0);
        assertThat(id.get("type").asString()).isEqualTo("int64");
        assertThat(id.get("sum").asLong()).isEqualTo(6);
        assertThat(id.get("first").asLong()).isEqualTo(1);
        JsonNode e = table.get("columns").get(1);
        assertThat(e.get("count").asLong()).isEqualTo(2);
        assertThat(e.get("max").asDouble()).isEqualTo(2.5);
        JsonNode name = table.get("columns").get(2);
        assertThat(name.get("sum").isNull()).isTrue();
        assertThat(name.get("last").asString()).isEqualTo("c");
    }

    @Test
    void leavesStatisticsOutUnlessAsked() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "id\n1\n", UTF_8);

        var run = RunHerald.with("describe", "--json", file.toString());

        JsonNode column = new JsonMapper()
                .readTree(run.out())
                .get("tables")
                .get(0)
                .get("columns")
                .get(0);
        assertThat(column.has("count")).isFalse();
    }

    @Test
    void tellsAMissingFileWithoutATrace() {
        var run = RunHerald.with("describe", folder.resolve("none.fits").toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("no such file").doesNotContain("\tat ");
    }

    @Test
    void refusesAFileOfNoKnownFormat() throws IOException {
        Path file = Files.write(folder.resolve("x.bin"), new byte[] {0, 1, 2, 3, (byte) 0xfe, 0, 9});

        var run = RunHerald.with("describe", file.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("A003", "--format");
    }

    @Test
    void offersTheNearestFormat() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "id\n1\n", UTF_8);

        var run = RunHerald.with("describe", "--format", "cvs", file.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("did you mean `csv`?");
    }

    @Test
    void wrongCommandLineIsAMistakeOfUsage() {
        assertThat(RunHerald.with("describe").status()).isEqualTo(2);
        assertThat(RunHerald.with("descibe").status()).isEqualTo(2);
        assertThat(RunHerald.with().status()).isEqualTo(2);
    }
}
