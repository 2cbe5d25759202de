package org.heralddata.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Small files that inflate to more than the memory there is, and small files that claim to be large, are refused. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BombTest {
    /** What a bomb inflates to; the worker has 512 MB. */
    private static final int INFLATED = 640 << 20;

    private static final int BLOCK = 1 << 20;

    private static final String VOTABLE = "<VOTABLE><RESOURCE><TABLE>";
    private static final String ECSV = "# %ECSV 1.0\n# ---\n# datatype:\n";

    /** Format, what the file begins with, what it is filled up with. */
    private static final List<List<String>> GZIP_BOMBS = List.of(
            List.of("csv", "a,b\n1,", "x"),
            List.of("csv", "a,b\n1,\"", "x"),
            List.of("csv", "a,b\n1,2\n", ","),
            List.of("tsv", "a\tb\n1\t", "x"),
            List.of("ascii", "1 2\n3 ", "x"),
            List.of("json", "[{\"a\":\"", "x"),
            List.of("json", "[{\"a\":", "1"),
            List.of("json", "[{\"", "x"),
            List.of("json", "", "["),
            List.of("json", "", "{\"a\":"),
            List.of("json", "{\"a\":[", "["),
            List.of("ecsv", "# %ECSV 1.0\n# ", "x"),
            List.of("ecsv", "# %ECSV 1.0\n", "# x\n"),
            List.of("ecsv", ECSV + "# - {name: a, datatype: string}\na\n1 ", "x"),
            List.of("votable", "<VOTABLE><RESOURCE name=\"", "x"),
            List.of("votable", "<VOTABLE><RESOURCE>", "<a>"),
            List.of("votable", "<VOTABLE><!--", "x"),
            List.of("votable", VOTABLE, "<FIELD name=\"a\" datatype=\"int\"/>"),
            List.of("votable", VOTABLE, "<PARAM name=\"a\" value=\"1\"/><PARAM name=\"a\" value=\"2\"/>"),
            List.of(
                    "votable",
                    VOTABLE + "<FIELD name=\"a\" datatype=\"char\" arraysize=\"*\"/><DATA><TABLEDATA><TR><TD>",
                    "x"),
            List.of(
                    "votable",
                    VOTABLE + "<FIELD name=\"a\" datatype=\"int\" arraysize=\"*\"/><DATA><TABLEDATA><TR><TD>",
                    "1 "),
            List.of("fits", "%-80s".formatted("SIMPLE  =                    T"), "%-80s".formatted("HISTORY x")));

    @TempDir
    private Path folder;

    private final List<String> files = new ArrayList<>();

    @Test
    void bombsAreRefused() throws IOException, InterruptedException {
        SharedData.file("README.md");
        for (List<String> bomb : GZIP_BOMBS) {
            gzip(bomb.get(0), bomb.get(1), bomb.get(2));
        }
        for (String format : List.of("csv", "tsv", "ascii")) {
            zip(format);
        }
        refused();
    }

    @Test
    void lyingLengthsAreRefused() throws IOException, InterruptedException {
        SharedData.file("README.md");
        Map.of(
                        "NAXIS1", "2147483647",
                        "NAXIS2", "9223372036854775807",
                        "PCOUNT", "9223372036854775807",
                        "TFIELDS", "999",
                        "TFORM1", "'2147483647D'")
                .forEach(this::fits);
        fits("NAXIS1", "9223372036854775807");
        fits("NAXIS2", "99999999999999999999");
        fits("TFORM1", "'99999999999A'");
        for (String size : List.of("2147483647x2147483647", "99999999", "99999999*", "4294967295")) {
            votable(size);
        }
        refused();
    }

    private void refused() throws IOException, InterruptedException {
        try (var run = new FuzzRun(folder.resolve("work"))) {
            Map<String, Tally> tallies = run.files(files);
            assertThat(run.findings().stream()
                            .map(f -> f.kind() + " " + what(f.input().sample()) + "\n" + f.text())
                            .collect(Collectors.joining("\n\n")))
                    .isEmpty();
            assertThat(tallies.values().stream().mapToLong(Tally::refused).sum())
                    .as(
                            "refused; read: %s",
                            run.readSamples().stream().map(BombTest::what).toList())
                    .isEqualTo(files.size());
        }
    }

    private static String what(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private Path file(String format, String name) {
        Path file = folder.resolve(files.size() + "-" + name);
        files.add(format + " " + file);
        return file;
    }

    private void gzip(String format, String head, String filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(file(format, "bomb." + format + ".gz"))) {
            out.write(member(head));
            byte[] block = member(filler.repeat(BLOCK / filler.length()));
            for (int i = 0; i < INFLATED / BLOCK; i++) {
                out.write(block);
            }
        }
    }

    private void zip(String format) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file(format, "bomb.zip")))) {
            zip.putNextEntry(new ZipEntry("table.txt"));
            zip.write("1 2\n1,2\n1\t2\n".getBytes(StandardCharsets.US_ASCII));
            byte[] block = "x".repeat(BLOCK).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < INFLATED / BLOCK; i++) {
                zip.write(block);
            }
        }
    }

    private void fits(String key, String value) {
        String table = header(
                        "SIMPLE  =                    T",
                        "BITPIX  =                    8",
                        "NAXIS   =                    0")
                + header(
                        "XTENSION= 'BINTABLE'",
                        "BITPIX  =                    8",
                        "NAXIS   =                    2",
                        card(key, "NAXIS1", value, "8"),
                        card(key, "NAXIS2", value, "3"),
                        card(key, "PCOUNT", value, "0"),
                        "GCOUNT  =                    1",
                        card(key, "TFIELDS", value, "1"),
                        card(key, "TFORM1", value, "'1D'"),
                        "TTYPE1  = 'a'")
                + "\0".repeat(2880);
        write(file("fits", key + ".fits"), table);
    }

    private void votable(String arraysize) {
        String xml = """
                <VOTABLE><RESOURCE><TABLE><FIELD name="a" datatype="double" arraysize="%s"/><DATA><BINARY>
                <STREAM encoding="base64">f////wAAAAAAAAAAAAAA</STREAM></BINARY></DATA></TABLE></RESOURCE></VOTABLE>
                """.formatted(arraysize);
        write(file("votable", arraysize.replace('*', 'N') + ".vot"), xml);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static String card(String wanted, String key, String value, String otherwise) {
        return "%-8s= %20s".formatted(key, wanted.equals(key) ? value : otherwise);
    }

    private static String header(String... cards) {
        StringBuilder header = new StringBuilder();
        for (String card : cards) {
            header.append("%-80s".formatted(card));
        }
        header.append("%-80s".formatted("END"));
        return header.append(" ".repeat((2880 - header.length() % 2880) % 2880)).toString();
    }

    private static byte[] member(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return out.toByteArray();
    }
}
