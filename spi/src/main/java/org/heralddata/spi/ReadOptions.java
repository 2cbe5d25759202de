package org.heralddata.spi;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a descriptor or a command says of how to read a file, such as {@code header: none} of a text table.
 *
 * @param values by name; a reader refuses names that it does not know
 */
public record ReadOptions(Map<String, String> values) {

    public static final ReadOptions NONE = new ReadOptions(Map.of());

    public ReadOptions {
        values = Map.copyOf(values);
    }

    /** The same for a reader, with the paths of its {@link CompanionFiles#fileOptions()} starting at a folder. */
    public ReadOptions within(Path folder, TableReader reader) {
        if (!(reader instanceof CompanionFiles companions)) {
            return this;
        }
        var absolute = new LinkedHashMap<>(values);
        for (String name : companions.fileOptions()) {
            absolute.computeIfPresent(
                    name,
                    (n, path) ->
                            folder.toAbsolutePath().resolve(path).normalize().toString());
        }
        return new ReadOptions(absolute);
    }
}
