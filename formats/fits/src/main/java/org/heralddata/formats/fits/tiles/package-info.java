/** How tables are compressed by tiles: FITS 4.0, section 10.3, and FACT's zfits. Knows bytes, nothing of headers. */
@NullMarked
package org.heralddata.formats.fits.tiles;

import org.jspecify.annotations.NullMarked;
