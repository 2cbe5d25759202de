package org.heralddata.app.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.app.RunHerald;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

    @TempDir
    private Path folder;

    private Path events = Path.of("");

    @BeforeEach
    void write() throws IOException {
        events = Files.writeString(folder.resolve("events.csv"), "event,energy,kind\n1,2.5,gamma\n2,,iron\n");
    }

    private RunHerald.Outcome convert(String output, String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = "convert";
        arguments[1] = events.toString();
        arguments[2] = folder.resolve(output).toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return RunHerald.with(arguments);
    }

    @Test
    void writesAsTheOptionsSay() throws IOException {
        assertThat(convert("columns.h5").status()).isZero();
        assertThat(convert("compound.h5", "--write-option", "layout=compound", "--write-option", "deflate=0")
                        .status())
                .isZero();
        assertThat(RunHerald.with("describe", folder.resolve("columns.h5").toString())
                        .out())
                .contains("/events", "energy");
        assertThat(RunHerald.with("describe", folder.resolve("compound.h5").toString())
                        .out())
                .contains("/events", "energy");
        assertThat(Files.readAllBytes(folder.resolve("compound.h5")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("columns.h5")));
        assertThat(convert("again.csv").status()).isZero();
        for (String file : new String[] {"columns.h5", "compound.h5"}) {
            Path back = folder.resolve(file + ".csv");
            assertThat(RunHerald.with("convert", folder.resolve(file).toString(), back.toString())
                            .status())
                    .isZero();
            assertThat(Files.readAllLines(back).stream().filter(line -> !line.startsWith("#")))
                    .containsExactly("event,energy,kind", "1,2.5,gamma", "2,,iron");
        }
    }

    @Test
    void refusesOptionsThatTheFormatDoesNotHave() {
        var unknown = convert("events.h5", "--write-option", "layuot=compound");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err()).contains("F001", "did you mean `layout`?");
        var wrong = convert("events.root", "--write-option", "compression=zstandard");
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err()).contains("F002", "zlib, zstd, lz4, none");
        assertThat(convert("events.fits", "--write-option", "level=3").err()).contains("F001", "it takes none");
        assertThat(folder.resolve("events.h5")).doesNotExist();
    }
}
