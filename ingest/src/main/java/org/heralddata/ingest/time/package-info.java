/**
 * Event times: from the ways in which experiments write them to nanoseconds of UTC.
 *
 * <p>Sees values of the model only. Leap seconds and TDB are those of the IAU (SOFA); formulas in
 * {@code docs/physics/time.md}.
 */
@NullMarked
package org.heralddata.ingest.time;

import org.jspecify.annotations.NullMarked;
