/**
 * What a query means: every name resolved, every expression with its type. Sealed records.
 *
 * <p>Sees schema and function.
 */
@NullMarked
package org.heralddata.adql.typed;

import org.jspecify.annotations.NullMarked;
