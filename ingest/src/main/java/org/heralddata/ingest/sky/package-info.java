/**
 * Where events came from: from local and galactic coordinates to ICRS.
 *
 * <p>Sees values of the model only. Astrometry is that of the IAU (SOFA), formulas and accuracy in
 * {@code docs/physics/coordinates.md}.
 */
@NullMarked
package org.heralddata.ingest.sky;

import org.jspecify.annotations.NullMarked;
