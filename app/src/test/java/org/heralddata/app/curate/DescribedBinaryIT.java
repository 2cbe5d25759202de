package org.heralddata.app.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.app.RunHerald;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A format that Herald does not know, by a description: the guide "Read a format that Herald does not know", command by command. */
class DescribedBinaryIT {

    @TempDir
    private Path folder;

    private Path data;
    private Path ksy;

    @BeforeEach
    void writeRun() throws IOException {
        String guide = Files.readString(
                org.heralddata.testkit.ProjectRoot.path().resolve("docs/guide/read-an-unknown-format.md"));
        ksy = Files.writeString(folder.resolve("telescope.ksy"), block(guide, "meta:"));
        ByteBuffer run = ByteBuffer.allocate(8 + 3 * 10 + 3 * 6).order(ByteOrder.LITTLE_ENDIAN);
        run.put("TEL1".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(17);
        for (int i = 0; i < 3; i++) {
            run.putInt(1_600_000_000 + i).putInt(i).put((byte) 1).put((byte) i);
            for (int h = 0; h < i; h++) {
                run.putShort((short) h).putFloat(2.5f * i + h);
            }
        }
        data = Files.write(Files.createDirectory(folder.resolve("data")).resolve("run17.dat"), run.array());
        Files.writeString(folder.resolve("collection.yaml"), """
                herald: 1
                id: telescope
                title: School telescope
                description: Runs of a school's telescope
                messenger: cosmic-ray
                facility: School
                creators: [{name: School}]
                licence: CC-BY-4.0
                access: public
                """ + block(guide, "tables:"));
    }

    @Test
    void describesConvertsAndDraftsByOption() {
        String option = "ksy=" + ksy;
        var described = RunHerald.with("describe", data.toString(), "--format", "ksy", "--option", option, "--stats");
        assertThat(described.err()).isEmpty();
        assertThat(described.out()).contains("events/hits", "run", "17", "pC");
        Path csv = folder.resolve("hits.csv");
        var converted = RunHerald.with(
                "convert",
                data.toString(),
                csv.toString(),
                "--from",
                "ksy",
                "--option",
                option,
                "--table",
                "events/hits");
        assertThat(converted.status()).as(converted.err()).isZero();
        assertThat(csv).content().contains("2.5", "5.0", "6.0");
        var drafted = RunHerald.with("draft", data.toString(), "--format", "ksy", "--option", option);
        assertThat(drafted.out()).contains("format: ksy", "options: {ksy: ").contains("table: events/hits");
    }

    @Test
    void tellsAnUnknownOptionOfAnyReader() {
        var run = RunHerald.with("describe", data.toString(), "--format", "ksy", "--option", "ksi=x.ksy");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("F771", "did you mean `ksy`?");
    }

    @Test
    void checksTheDescriptionThatTheDescriptorNames() throws IOException {
        assertThat(RunHerald.with("check", folder.toString()).status()).isZero();
        Files.writeString(ksy, Files.readString(ksy).replace("repeat-expr: num_hits", "repeat-expr: num_hit"));
        var wrong = RunHerald.with("check", folder.toString());
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).contains("F765", "telescope.ksy", "did you mean `num_hits`?");
        Path descriptor = folder.resolve("collection.yaml");
        Files.writeString(descriptor, Files.readString(descriptor).replace("telescope.ksy", "../telescope.ksy"));
        var outside = RunHerald.with("check", folder.toString());
        assertThat(outside.status()).isEqualTo(1);
        assertThat(outside.err()).contains("D030", "leads out of the folder");
    }

    /** The same source as files instead of as a table. */
    @Test
    void checksTheDescriptionThatFilesName() throws IOException {
        Path descriptor = Files.createDirectory(folder.resolve("raw")).resolve("collection.yaml");
        Files.copy(ksy, folder.resolve("raw/telescope.ksy"));
        String text = """
                herald: 1
                id: telescope-files
                title: School telescope
                description: Runs of a school's telescope
                messenger: cosmic-ray
                creators: [{name: School}]
                licence: CC-BY-4.0
                files:
                  source: {files: "*.dat", format: ksy, options: {ksy: telescope.ksy}}
                  fields:
                    - {name: run, from: header, key: run, type: int64, description: Run}
                """;
        Files.writeString(descriptor, text);
        var right = RunHerald.with("check", descriptor.toString());
        assertThat(right.status()).as(right.err()).isZero();

        Files.writeString(descriptor, text.replace("telescope.ksy", "telescop.ksy"));
        var missing = RunHerald.with("check", descriptor.toString());
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err())
                .contains("D034", "there is no file `telescop.ksy`", "collection.yaml:9:56", "^^^^^^^^^^^^")
                .contains("did you mean `telescope.ksy`?");
        var scanned = RunHerald.with(
                "files",
                "scan",
                descriptor.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--home",
                folder.resolve("home").toString());
        assertThat(scanned.status()).as("no file is to blame").isEqualTo(1);
        assertThat(scanned.err()).contains("D034");

        Files.writeString(descriptor, text.replace("{ksy: telescope.ksy}", "{kzy: telescope.ksy}"));
        assertThat(RunHerald.with("check", descriptor.toString()).err())
                .contains("D003", "no option `kzy`", "collection.yaml:9:51", "did you mean `ksy`?");

        Files.writeString(descriptor, text.replace("telescope.ksy", "../telescope.ksy"));
        assertThat(RunHerald.with("check", descriptor.toString()).err())
                .contains("D030", "leads out of the folder", "collection.yaml:9:56");

        Files.writeString(descriptor, text);
        Path copy = folder.resolve("raw/telescope.ksy");
        Files.writeString(copy, Files.readString(copy).replace("repeat-expr: num_hits", "repeat-expr: num_hit"));
        assertThat(RunHerald.with("check", descriptor.toString()).err())
                .containsPattern("F765[^\\n]*\\n *--> [^\\n]*raw/telescope.ksy:\\d+:\\d+")
                .contains("did you mean `num_hits`?");
    }

    @Test
    void ingestsAndNoticesThatTheDescriptionChanged() throws IOException {
        String[] command = {
            "ingest", folder.toString(), "--home", folder.resolve("home").toString()
        };
        var first = RunHerald.with(command);
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.err()).contains("release r1, 3 rows");
        assertThat(RunHerald.with(command).err()).contains("nothing has changed");
        Files.writeString(ksy, Files.readString(ksy) + "# looked through\n");
        assertThat(RunHerald.with(command).err()).contains("release r2, 3 rows");
    }

    /** The example of the guide that begins with a word. */
    private static String block(String page, String start) {
        int from = page.indexOf("```yaml\n" + start) + "```yaml\n".length();
        return page.substring(from, page.indexOf("```", from));
    }
}
