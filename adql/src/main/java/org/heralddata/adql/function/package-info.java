/**
 * Every function that a query may call, with its signature and description: one table.
 *
 * <p>Sees schema.
 */
@NullMarked
package org.heralddata.adql.function;

import org.jspecify.annotations.NullMarked;
