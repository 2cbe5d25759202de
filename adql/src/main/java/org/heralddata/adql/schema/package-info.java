/**
 * What a query may name: schemas, tables, columns, and the types of their values.
 *
 * <p>Sees model only.
 */
@NullMarked
package org.heralddata.adql.schema;

import org.jspecify.annotations.NullMarked;
