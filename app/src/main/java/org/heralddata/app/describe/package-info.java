/**
 * What is in a file: its tables, columns and, if wanted, statistics over all their elements.
 *
 * <p>Sees model and spi.
 */
@NullMarked
package org.heralddata.app.describe;

import org.jspecify.annotations.NullMarked;
