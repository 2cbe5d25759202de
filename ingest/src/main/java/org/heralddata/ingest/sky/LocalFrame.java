package org.heralddata.ingest.sky;

import org.heralddata.model.sky.Site;
import org.jastronomy.jsofa.JSOFA;
import org.jastronomy.jsofa.JSOFAIllegalParameter;
import org.jastronomy.jsofa.JSOFAInternalError;

/** East, north and up of a site, in the terrestrial frame (ITRS); up is normal to the WGS84 ellipsoid. Immutable. */
final class LocalFrame {
    private static final int WGS84 = 1;

    /** Turns of the Earth, radians a second of UT1. */
    private static final double ROTATION = 1.002_737_811_911_354_6 * 2 * Math.PI / 86_400;

    private static final double LIGHT_M_PER_S = 299_792_458;

    private final double sinLatitude;
    private final double cosLatitude;
    private final double sinLongitude;
    private final double cosLongitude;

    /** Eastward velocity of the site by the Earth's rotation, in units of that of light. */
    private final double eastward;

    LocalFrame(Site site) {
        double latitude = Math.toRadians(site.latitudeDeg());
        double longitude = Math.toRadians(site.longitudeDeg());
        sinLatitude = Math.sin(latitude);
        cosLatitude = Math.cos(latitude);
        sinLongitude = Math.sin(longitude);
        cosLongitude = Math.cos(longitude);
        try {
            double[] place = JSOFA.jauGd2gc(WGS84, longitude, latitude, site.heightM());
            eastward = ROTATION * Math.hypot(place[0], place[1]) / LIGHT_M_PER_S;
        } catch (JSOFAIllegalParameter | JSOFAInternalError impossible) {
            throw new IllegalArgumentException("no place on the Earth: " + site, impossible);
        }
    }

    /** Turns a unit vector seen in the local frame (east, north, up) into the terrestrial one, diurnal aberration undone. */
    void toTerrestrial(double[] v) {
        double along = v[0];
        double east = along - eastward * (1 - along * along);
        double north = v[1] + eastward * along * v[1];
        double up = v[2] + eastward * along * v[2];
        double outward = cosLatitude * up - sinLatitude * north;
        v[0] = cosLongitude * outward - sinLongitude * east;
        v[1] = sinLongitude * outward + cosLongitude * east;
        v[2] = sinLatitude * up + cosLatitude * north;
    }
}
