/**
 * Prints resolved queries as SQL: one base, one class a dialect.
 *
 * <p>Sees typed and what it is made of; {@code Dialect} is what an engine adds.
 */
@NullMarked
package org.heralddata.adql.print;

import org.jspecify.annotations.NullMarked;
