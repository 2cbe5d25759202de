/**
 * From text to a query that an engine can run.
 *
 * <p>Sees the other packages.
 */
@NullMarked
package org.heralddata.adql.prepare;

import org.jspecify.annotations.NullMarked;
