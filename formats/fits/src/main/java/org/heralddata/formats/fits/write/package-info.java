/**
 * Writes one table as a FITS binary table in one pass over the output.
 *
 * <p>A header must tell rows and widths before the first row. Where the columns alone do, rows are written at once; else
 * batches wait in a temporary file until all is known. Standard: FITS 4.0, sections 4 and 7.3.
 */
@NullMarked
package org.heralddata.formats.fits.write;

import org.jspecify.annotations.NullMarked;
