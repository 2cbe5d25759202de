package org.heralddata.app.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Name and version of this program, as provenance and {@code --version} tell it. */
public final class Version implements IVersionProvider {

    /** Such as {@code Herald 0.1.0}. */
    public static String text() {
        var properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return "Herald " + properties.getProperty("version", "unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }
}
