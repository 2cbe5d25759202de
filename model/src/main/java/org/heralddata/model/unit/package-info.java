/**
 * Units of measure in the syntax of the IVOA recommendation VOUnits 1.1, and conversions between them.
 *
 * <p>Sees diagnostic only. Two ways in: {@link org.heralddata.model.unit.Unit#parse} holds a curator to the standard and says
 * where a text departs from it; {@link org.heralddata.model.unit.Unit#fromFile} makes the best of what files say.
 */
@NullMarked
package org.heralddata.model.unit;

import org.jspecify.annotations.NullMarked;
