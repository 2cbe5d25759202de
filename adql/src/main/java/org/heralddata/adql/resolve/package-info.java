/**
 * Looks up names and types; tells all mistakes of a query at once.
 *
 * <p>Sees tree, schema, function and typed.
 */
@NullMarked
package org.heralddata.adql.resolve;

import org.jspecify.annotations.NullMarked;
