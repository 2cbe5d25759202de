/**
 * Parts of event lists by position, time and energy, at {@code /soda/sync}: rows of a table, as SODA has parts of images.
 *
 * <p>Sees query, spi and model. Standard: SODA 1.0, with event lists in place of images.
 */
@NullMarked
package org.heralddata.serve.vo.soda;

import org.jspecify.annotations.NullMarked;
