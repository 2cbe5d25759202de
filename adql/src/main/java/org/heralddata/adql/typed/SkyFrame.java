package org.heralddata.adql.typed;

import java.util.Locale;
import java.util.Optional;

/**
 * Reference frames, each by the rotation from ICRS. FK4 besides lacks the aberration by the eccentricity of the Earth's orbit, which
 * its catalogues contain (E-terms).
 */
public enum SkyFrame {
    ICRS(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),

    /** J2000: USNO Circular 179, section 3.5, by the angles 19.9, 9.1 and -22.9 mas. */
    FK5(new double[][] {
        {0.9999999999999928, -1.110223329740834e-7, -4.411804498096776e-8},
        {1.1102233723050031e-7, 0.9999999999999891, 9.64779225407974e-8},
        {4.411803426976324e-8, -9.647792743888517e-8, 0.9999999999999943}
    }),

    /** B1950, of epoch B1950: the inverse of Standish (1982), A&A 115, 20, after the rotation to FK5. */
    FK4(product(
            transposed(new double[][] {
                {0.9999256794956877, -0.0111814832204662, -0.0048590038153592},
                {0.0111814832391717, 0.9999374848933135, -2.71625947142e-5},
                {0.0048590037723143, -2.7170293744e-5, 0.9999881946023742}
            }),
            FK5.fromIcrs)),

    /** Hipparcos Catalogue (ESA SP-1200), volume 1, equation 1.5.11. */
    GALACTIC(new double[][] {
        {-0.0548755604162154, -0.873437090234885, -0.4838350155487132},
        {0.4941094278755837, -0.4448296299600112, 0.746982244497219},
        {-0.8676661490190047, -0.1980763734312015, 0.4559837761750669}
    }),

    /** Mean ecliptic and equinox of J2000: IAU 2006 precession (ecm06 of SOFA). */
    ECLIPTIC(new double[][] {
        {0.9999999999999941, -7.078368960971556e-8, 8.056213977613186e-8},
        {3.2897004077419646e-8, 0.9174821299149584, 0.39777699944404793},
        {-1.0207044725484355e-7, -0.39777699944404304, 0.9174821299149556}
    });

    /** E-terms of B1950, radians: Explanatory Supplement to the Astronomical Almanac (1992), section 3.53. */
    private static final double[] E_TERMS = {-1.6255741516894347e-6, -3.191905371563791e-7, -1.384290671929659e-7};

    @SuppressWarnings("ImmutableEnumChecker") // never written, never given out
    private final double[][] fromIcrs;

    SkyFrame(double[][] fromIcrs) {
        this.fromIcrs = fromIcrs;
    }

    /** The frame of a name, whatever its case; what stands after a blank says of where it is seen, which changes no direction. */
    public static Optional<SkyFrame> named(String written) {
        return switch (written.strip().toUpperCase(Locale.ROOT).split("\\s+", -1)[0]) {
            case "ICRS" -> Optional.of(ICRS);
            case "FK5", "J2000" -> Optional.of(FK5);
            case "FK4", "B1950" -> Optional.of(FK4);
            case "GALACTIC", "GALACTIC_II" -> Optional.of(GALACTIC);
            case "ECLIPTIC" -> Optional.of(ECLIPTIC);
            default -> Optional.empty();
        };
    }

    /** The rotation of unit vectors of this frame into those of another. */
    public double[][] to(SkyFrame other) {
        return product(other.fromIcrs, transposed(fromIcrs));
    }

    /** What is added to a unit vector without aberration to have its direction in this frame; null if nothing. */
    public double @org.jspecify.annotations.Nullable [] eTerms() {
        return this == FK4 ? E_TERMS.clone() : null;
    }

    /** A direction of this frame in another: longitude 0 to 360 and latitude, degrees. */
    public double[] turned(SkyFrame to, double lonDeg, double latDeg) {
        double lon = Math.toRadians(lonDeg);
        double lat = Math.toRadians(latDeg);
        double[] v = {Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)};
        if (this == FK4) {
            double along = dot(E_TERMS, v);
            for (int i = 0; i < 3; i++) {
                v[i] += along * v[i] - E_TERMS[i];
            }
        }
        double[][] matrix = to(to);
        double[] turned = {dot(matrix[0], v), dot(matrix[1], v), dot(matrix[2], v)};
        if (to == FK4) {
            for (int i = 0; i < 3; i++) {
                turned[i] += E_TERMS[i];
            }
        }
        double degrees = Math.toDegrees(Math.atan2(turned[1], turned[0]));
        return new double[] {
            degrees < 0 ? degrees + 360 : degrees,
            Math.toDegrees(Math.atan2(turned[2], Math.hypot(turned[0], turned[1])))
        };
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[][] transposed(double[][] m) {
        var t = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                t[i][j] = m[j][i];
            }
        }
        return t;
    }

    private static double[][] product(double[][] a, double[][] b) {
        var p = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    p[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return p;
    }
}
