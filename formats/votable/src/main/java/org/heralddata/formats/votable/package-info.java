/**
 * VOTable and ECSV, read through STIL, and VOTable written by an encoder of our own.
 *
 * <p>Sees spi and model. Standards: VOTable 1.1 to 1.5 (IVOA), ECSV 1.0 (Astropy APE 6). A VOTable is read twice: once for what
 * it says, once for the rows wanted, both times as a stream.
 */
@NullMarked
package org.heralddata.formats.votable;

import org.jspecify.annotations.NullMarked;
