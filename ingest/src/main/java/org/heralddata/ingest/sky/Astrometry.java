package org.heralddata.ingest.sky;

import org.jastronomy.jsofa.JSOFA;

/**
 * What turns a direction seen in the terrestrial frame into ICRS, but for the rotation of the Earth: polar motion,
 * precession and nutation, aberration by the Earth's motion around the Sun, deflection of light by the Sun. Good for some
 * hours. Immutable.
 *
 * @see <a href="https://www.iausofa.org">SOFA</a>, {@code iauApco}, {@code iauAticq}
 */
final class Astrometry {
    private static final double JD_OF_MJD = 2_400_000.5;
    private static final double TT_MINUS_TAI_DAYS = 32.184 / 86_400;
    private static final double ARCSEC = Math.PI / 648_000;

    /** Schwarzschild radius of the Sun in astronomical units, as SOFA has it. */
    private static final double SUN_RADIUS_AU = 1.974_125_743_36e-8;

    /** Light time for one astronomical unit, in days. */
    private static final double AU_DAYS = 499.004_782 / 86_400;

    /** Below this distance of Sun and source (1 + cosine) the Sun's disc hides the source. */
    private static final double LEAST_DEFLECTION = 1e-6;

    private final double[][] terrestrialToIntermediate;
    private final double[][] celestialToIntermediate;

    /** Of the Earth, in units of that of light. */
    private final double[] velocity;

    /** From the Sun to the Earth, in astronomical units. */
    private final double[] fromSun;

    private final double inverseLorentz;
    private final double deflection;
    private final double leastDeflection;

    private Astrometry(double[][] terrestrial, double[][] celestial, double[] velocity, double[] fromSun) {
        this.terrestrialToIntermediate = terrestrial;
        this.celestialToIntermediate = celestial;
        this.velocity = velocity;
        this.fromSun = fromSun;
        double distance2 = dot(fromSun, fromSun);
        inverseLorentz = Math.sqrt(1 - dot(velocity, velocity));
        deflection = SUN_RADIUS_AU / distance2;
        leastDeflection = LEAST_DEFLECTION / Math.max(1, distance2);
    }

    /**
     * @param utcMjd      date of UTC
     * @param taiMinusUtc seconds
     */
    static Astrometry at(double utcMjd, double taiMinusUtc, EarthOrientation.At orientation) {
        double tt = utcMjd + taiMinusUtc / 86_400 + TT_MINUS_TAI_DAYS;
        double[][] polarMotion = JSOFA.jauPom00(
                orientation.xArcsec() * ARCSEC, orientation.yArcsec() * ARCSEC, JSOFA.jauSp00(JD_OF_MJD, tt));
        var heliocentric = new double[2][3];
        var barycentric = new double[2][3];
        JSOFA.jauEpv00(JD_OF_MJD, tt, heliocentric, barycentric);
        double[] velocity = barycentric[1].clone();
        for (int i = 0; i < 3; i++) {
            velocity[i] *= AU_DAYS;
        }
        return new Astrometry(transposed(polarMotion), JSOFA.jauC2i06a(JD_OF_MJD, tt), velocity, heliocentric[0]);
    }

    /**
     * Between this and a later one, at most a day apart: to 0.01 arcsec.
     *
     * @param part 0 for this, 1 for the later one
     */
    Astrometry towards(Astrometry later, double part) {
        var terrestrial = new double[3][];
        var celestial = new double[3][];
        for (int i = 0; i < 3; i++) {
            terrestrial[i] = between(terrestrialToIntermediate[i], later.terrestrialToIntermediate[i], part);
            celestial[i] = between(celestialToIntermediate[i], later.celestialToIntermediate[i], part);
        }
        return new Astrometry(
                terrestrial, celestial, between(velocity, later.velocity, part), between(fromSun, later.fromSun, part));
    }

    /**
     * Turns a direction.
     *
     * @param direction unit vector in the terrestrial frame (ITRS), as seen by an observer who turns with the Earth but
     *                  without diurnal aberration; becomes the direction in ICRS
     * @param rotation  Earth rotation angle, radians
     */
    void toIcrs(double[] direction, double rotation) {
        multiply(terrestrialToIntermediate, direction);
        double cos = Math.cos(rotation);
        double sin = Math.sin(rotation);
        double x = cos * direction[0] - sin * direction[1];
        direction[1] = sin * direction[0] + cos * direction[1];
        direction[0] = x;
        multiplyTransposed(celestialToIntermediate, direction);
        undoAberration(direction);
        undoDeflection(direction);
    }

    /** Aberration by the opposite velocity. */
    private void undoAberration(double[] p) {
        double along = dot(p, velocity);
        double weight = 1 - along / (1 + inverseLorentz);
        for (int i = 0; i < 3; i++) {
            p[i] = inverseLorentz * p[i] - weight * velocity[i];
        }
        normalise(p);
    }

    /** To first order: at most 1.75 arcsec, at the limb of the Sun. */
    private void undoDeflection(double[] p) {
        double distance = Math.sqrt(dot(fromSun, fromSun));
        double along = dot(p, fromSun);
        double bend = deflection / Math.max(1 + along / distance, leastDeflection);
        for (int i = 0; i < 3; i++) {
            p[i] -= bend * (fromSun[i] - along * p[i]);
        }
        normalise(p);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] between(double[] a, double[] b, double part) {
        var result = new double[3];
        for (int i = 0; i < 3; i++) {
            result[i] = a[i] + part * (b[i] - a[i]);
        }
        return result;
    }

    private static void normalise(double[] p) {
        double length = Math.sqrt(dot(p, p));
        p[0] /= length;
        p[1] /= length;
        p[2] /= length;
    }

    private static void multiply(double[][] m, double[] v) {
        double x = m[0][0] * v[0] + m[0][1] * v[1] + m[0][2] * v[2];
        double y = m[1][0] * v[0] + m[1][1] * v[1] + m[1][2] * v[2];
        v[2] = m[2][0] * v[0] + m[2][1] * v[1] + m[2][2] * v[2];
        v[0] = x;
        v[1] = y;
    }

    private static void multiplyTransposed(double[][] m, double[] v) {
        double x = m[0][0] * v[0] + m[1][0] * v[1] + m[2][0] * v[2];
        double y = m[0][1] * v[0] + m[1][1] * v[1] + m[2][1] * v[2];
        v[2] = m[0][2] * v[0] + m[1][2] * v[1] + m[2][2] * v[2];
        v[0] = x;
        v[1] = y;
    }

    private static double[][] transposed(double[][] m) {
        var t = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                t[j][i] = m[i][j];
            }
        }
        return t;
    }
}
