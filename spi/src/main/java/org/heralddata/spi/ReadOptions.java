package org.heralddata.spi;

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
}
