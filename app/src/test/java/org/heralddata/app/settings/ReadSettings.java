package org.heralddata.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Reads a settings file that a test writes. */
abstract class ReadSettings {
    @TempDir
    static Path folder;

    static HomeSettings read(String text) throws IOException {
        Path file = folder.resolve("config.yaml");
        Files.writeString(file, "layout: 1\n" + text);
        return SettingsFile.read(file);
    }
}
