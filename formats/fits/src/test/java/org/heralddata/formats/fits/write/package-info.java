/** Tests of FITS writing. */
@NullMarked
package org.heralddata.formats.fits.write;

import org.jspecify.annotations.NullMarked;
