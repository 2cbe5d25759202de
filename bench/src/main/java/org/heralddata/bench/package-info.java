/**
 * Measures what {@code docs/performance.md} claims. Not part of the ordinary build; {@code bench/run} starts it.
 *
 * <p>Sees model and spi; formats are found at run time.
 */
@NullMarked
package org.heralddata.bench;

import org.jspecify.annotations.NullMarked;
