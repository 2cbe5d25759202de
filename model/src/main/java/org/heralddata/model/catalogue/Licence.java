package org.heralddata.model.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * The terms under which data may be used.
 *
 * @param name SPDX identifier such as {@code CC-BY-4.0}, or the name of other terms
 * @param url  where the terms stand; null if an SPDX identifier says it
 */
public record Licence(String name, @Nullable String url) {}
