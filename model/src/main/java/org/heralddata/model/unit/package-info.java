/**
 * Units of measure in the syntax of the IVOA recommendation VOUnits, and conversions between them.
 *
 * <p>Sees diagnostic only.
 */
@NullMarked
package org.heralddata.model.unit;

import org.jspecify.annotations.NullMarked;
