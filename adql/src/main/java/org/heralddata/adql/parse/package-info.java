/**
 * Reads the text of a query as a tree, or tells in plain words where it breaks the grammar.
 *
 * <p>Sees tree and grammar.
 */
@NullMarked
package org.heralddata.adql.parse;

import org.jspecify.annotations.NullMarked;
