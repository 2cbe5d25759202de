package org.heralddata.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** In a Java of its own, for carriers are made once. */
@EnabledOnOs(OS.LINUX)
class ForegroundTest {
    @Test
    void whoIsWokenInTheBackgroundIsServedAtTheUsualPriority() throws Exception {
        assertThat(carriers("settled"))
                .as("niceness beyond that of the process")
                .isEqualTo("[0]");
    }

    /** If this fails, Java has learned it, and {@link Foreground} is not needed any more. */
    @Test
    void elseTheyWouldBeServedAsTheBackgroundIs() throws Exception {
        assertThat(carriers("unsettled")).isEqualTo("[10]");
    }

    private static String carriers(String how) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        place(Background.class) + File.pathSeparator + place(CarriersMain.class),
                        CarriersMain.class.getName(),
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return told.strip();
    }

    private static String place(Class<?> of) {
        return of.getProtectionDomain().getCodeSource().getLocation().getPath();
    }
}
