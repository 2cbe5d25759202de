package org.heralddata.model.coverage;

import org.heralddata.model.sky.SkyPosition;

/** Within an angle of a centre, the rim included. */
record ConeRegion(SkyPosition centre, double radiusDeg) implements Region {

    ConeRegion {
        if (!(radiusDeg >= 0 && radiusDeg <= 180)) {
            throw new IllegalArgumentException("no radius of a cone: " + radiusDeg);
        }
    }

    @Override
    public boolean contains(SkyPosition position) {
        return centre.separationDeg(position) <= radiusDeg;
    }

    @Override
    public double toBorderDeg(SkyPosition position) {
        // All of the sky has no border
        return radiusDeg == 180 ? 360 : Math.abs(centre.separationDeg(position) - radiusDeg);
    }
}
