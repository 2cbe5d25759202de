/**
 * How much a query reads and gives, as far as its text and the numbers of rows of its tables say it.
 *
 * <p>Sees typed queries; runs nothing.
 */
@NullMarked
package org.heralddata.adql.size;

import org.jspecify.annotations.NullMarked;
