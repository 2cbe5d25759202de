/**
 * Engines that run cuts over the files of a release: the {@link org.heralddata.query.engine.Engine} interface and DuckDB in
 * process.
 *
 * <p>Sees model, store and the answers of {@code query}. No text of a user reaches an engine: SQL is printed from checked
 * trees, names from the catalogue, values by their type.
 */
@NullMarked
package org.heralddata.query.engine;

import org.jspecify.annotations.NullMarked;
