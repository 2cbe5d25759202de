package org.heralddata.app.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.TableWriter;
import org.heralddata.spi.WriteOptions;
import picocli.CommandLine.Option;

/** {@code --write-option NAME=VALUE}, as often as needed: what the format of the output leaves to choose. */
public final class WriterOptions {

    @Option(
            names = "--write-option",
            paramLabel = "NAME=VALUE",
            description = "how to write, such as layout=compound for HDF5; the pages of the formats tell what there is;"
                    + " may be given several times")
    private Map<String, String> values = new LinkedHashMap<>();

    /**
     * The writer as it is wanted.
     *
     * @throws Refusal if it has no such options
     */
    public TableWriter applied(TableWriter writer) {
        return WriteOptions.apply(writer, values);
    }
}
