/** Tests of FITS reading and writing. */
@NullMarked
package org.heralddata.formats.fits;

import org.jspecify.annotations.NullMarked;
