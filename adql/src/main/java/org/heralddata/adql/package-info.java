/**
 * ADQL 2.1, the query language of the Virtual Observatory: from a user's text to SQL of an engine.
 *
 * <p>Sees model only. Text is parsed to a tree ({@code parse}, {@code tree}), resolved against a schema ({@code resolve}, {@code typed}) and printed
 * in the dialect of an engine ({@code print}); {@code prepare} does all of it. No text of a user becomes text of SQL.
 */
@NullMarked
package org.heralddata.adql;

import org.jspecify.annotations.NullMarked;
