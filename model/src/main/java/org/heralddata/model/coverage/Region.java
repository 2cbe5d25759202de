package org.heralddata.model.coverage;

import org.heralddata.model.sky.SkyPosition;

/** A part of the sky with a border. */
sealed interface Region permits ConeRegion, PolygonRegion {

    boolean contains(SkyPosition position);

    /** The angle from a position to the nearest of the border, degrees; no more than it is, perhaps less. */
    double toBorderDeg(SkyPosition position);
}
