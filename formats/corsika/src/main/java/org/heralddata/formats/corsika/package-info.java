/**
 * Reads what CORSIKA writes and is told: particle and Cherenkov files, longitudinal profiles, steering cards.
 *
 * <p>Sees spi and model. A particle file is a sequence of sub-blocks of 273 or (thinned) 312 words of 4 bytes; {@code Blocks}
 * finds them whatever frames them, {@code DatWalk} knows their order, one class a table makes rows of them. Source: CORSIKA
 * User's Guide, version 7.7 (D. Heck, T. Pierog, KIT), chapter 10 "Outputs".
 */
@NullMarked
package org.heralddata.formats.corsika;

import org.jspecify.annotations.NullMarked;
