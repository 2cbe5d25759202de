package org.heralddata.spi;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Takes a value of metadata from a file, or from what lies beside it, in a way that descriptors can name.
 *
 * <p>What every file has, its path and what a {@link TableReader} tells of it, needs no extractor. Found by {@link
 * java.util.ServiceLoader}; stateless, safe for many threads.
 */
public interface MetadataExtractor {

    /** The word behind {@code from:} in a descriptor: lower-case letters, digits and hyphens. */
    String name();

    /** Keys that a field of a descriptor may have for it. */
    Set<String> options();

    /**
     * What is wrong with what a descriptor gives, before any file is seen.
     *
     * @param options by key, each of {@link #options()}
     */
    List<Mistake> mistakes(Map<String, String> options);

    /**
     * Something wrong in a descriptor.
     *
     * @param option the key whose value is wrong or missing
     * @param words  what is wrong, a sentence
     * @param help   what to do; null if that is plain
     */
    record Mistake(String option, String words, @Nullable String help) {}

    /**
     * Takes the value.
     *
     * @param options without {@link #mistakes}
     * @return empty if the file has none
     * @throws Refusal     if what it looks at is broken
     * @throws IOException if the bytes cannot be had
     */
    Optional<Extracted> extract(ExaminedFile file, Map<String, String> options) throws IOException;
}
