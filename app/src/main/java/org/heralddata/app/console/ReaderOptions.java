package org.heralddata.app.console;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableReader;
import picocli.CommandLine.Option;

/** {@code --option NAME=VALUE}, as often as needed: what {@code source.options} of a descriptor says. */
public final class ReaderOptions {

    @Option(
            names = "--option",
            paramLabel = "NAME=VALUE",
            description = "how to read, as `source.options` of a descriptor; may be given several times")
    private Map<String, String> values = new LinkedHashMap<>();

    /** By name. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** As a reader takes them: relative paths start at the current folder. */
    public ReadOptions of(TableReader reader) {
        return new ReadOptions(values).within(Path.of(""), reader);
    }
}
