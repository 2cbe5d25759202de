package org.heralddata.model.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A query that a curator recommends to begin with.
 *
 * @param title one line
 * @param text  what it answers; null if the title says it
 * @param query in ADQL
 */
public record QueryExample(String title, @Nullable String text, String query) {}
