package org.heralddata.adql.print;

import java.util.List;
import java.util.Locale;
import org.heralddata.adql.typed.Value;

/** Turns directions from one reference frame into another. */
final class Turning {
    /** ICRS to Galactic: Hipparcos Catalogue (ESA SP-1200), volume 1, equation 1.5.11. */
    private static final double[][] GALACTIC = {
        {-0.0548755604162154, -0.8734370902348850, -0.4838350155487132},
        {+0.4941094278755837, -0.4448296299600112, +0.746982244497219},
        {-0.8676661490190047, -0.1980763734312015, +0.4559837761750669}
    };

    /** FK5 (for ICRS) to FK4 B1950: the inverse of Standish (1982), A&A 115, 20, without E-terms. */
    private static final double[][] FK4 = {
        {0.9999256794956877, 0.0111814832204662, 0.0048590038153592},
        {-0.0111814832391717, 0.9999374848933135, -0.0000271625947142},
        {-0.0048590037723143, -0.0000271702937440, 0.9999881946023742}
    };

    private Turning() {}

    static String print(Value.Call call, SkyPrinter sky, Dialect dialect) {
        double[][] matrix = product(to(name(call, 1)), transposed(to(name(call, 0))));
        Value point = call.arguments().get(2);
        return sky.with(List.of(sky.lon(point), sky.lat(point)), at -> {
            Vec from = Vec.of(at.get(0), at.get(1));
            String x = Vec.of(matrix[0], dialect::real).dot(from);
            String y = Vec.of(matrix[1], dialect::real).dot(from);
            String z = Vec.of(matrix[2], dialect::real).dot(from);
            return point(x, y, z, dialect);
        });
    }

    /** The direction of a vector of any length, longitude 0 to 360. */
    static String point(String x, String y, String z, Dialect dialect) {
        String lon = "degrees(atan2(" + y + ", " + x + "))";
        return dialect.list(List.of(
                "(" + lon + " + CASE WHEN " + y + " < 0 THEN 360 ELSE 0 END)",
                "degrees(atan2(" + z + ", sqrt(pow(" + x + ", 2) + pow(" + y + ", 2))))"));
    }

    private static String name(Value.Call call, int argument) {
        return ((Value.Text) call.arguments().get(argument)).text().strip().toUpperCase(Locale.ROOT);
    }

    private static double[][] to(String frame) {
        if (frame.startsWith("GAL")) {
            return GALACTIC;
        }
        if (frame.startsWith("FK4") || frame.startsWith("B1950")) {
            return FK4;
        }
        if (frame.startsWith("ECL")) {
            // obliquity of J2000: IAU 1976, 84381.448 arcseconds
            double e = Math.toRadians(84381.448 / 3600);
            return new double[][] {{1, 0, 0}, {0, Math.cos(e), Math.sin(e)}, {0, -Math.sin(e), Math.cos(e)}};
        }
        return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
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
