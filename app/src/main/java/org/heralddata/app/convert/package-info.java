/**
 * From one format to another, and from nothing to simulated files: whatever writes a file named on the command line.
 *
 * <p>Sees model, spi and simulate.
 */
@NullMarked
package org.heralddata.app.convert;

import org.jspecify.annotations.NullMarked;
