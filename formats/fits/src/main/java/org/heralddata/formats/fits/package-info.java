/**
 * FITS binary and ASCII tables, read and written as batches of columns.
 *
 * <p>Sees spi and model. A file is a list of header and data units; each table among them is decoded column by column out of
 * blocks of rows, without boxing. Standard: FITS 4.0 (IAU FITS Working Group, 2018), sections 4 (headers), 7.2 (ASCII tables),
 * 7.3 (binary tables) and appendix J (checksums).
 */
@NullMarked
package org.heralddata.formats.fits;

import org.jspecify.annotations.NullMarked;
