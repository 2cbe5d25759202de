/**
 * Directions on the sky: positions, cones and the nested HEALPix index.
 *
 * <p>Sees nothing of Herald. Angles are degrees in ICRS unless a name says otherwise.
 */
@NullMarked
package org.heralddata.model.sky;

import org.jspecify.annotations.NullMarked;
