package org.heralddata.spi;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * All extractors on the class path. Immutable, safe for many threads.
 *
 * @param all by name
 */
public record Extractors(List<MetadataExtractor> all) {

    public Extractors {
        all = all.stream().sorted(Comparator.comparing(MetadataExtractor::name)).toList();
    }

    /** Those that {@link ServiceLoader} finds. */
    public static Extractors installed() {
        return new Extractors(ServiceLoader.load(MetadataExtractor.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    public Optional<MetadataExtractor> named(String name) {
        return all.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return all.stream().map(MetadataExtractor::name).toList();
    }
}
