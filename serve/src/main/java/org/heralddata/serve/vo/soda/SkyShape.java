package org.heralddata.serve.vo.soda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.heralddata.model.coverage.SkyPolygon;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.serve.vo.dali.VoParameters;

/** A part of the sky: POS, CIRCLE or POLYGON (SODA 1.0, sections 3.3.1 to 3.3.3). */
sealed interface SkyShape {

    record Circle(SkyPosition centre, double radiusDeg) implements SkyShape {}

    /** Right ascension from one bound to the other, eastward; may be all around. */
    record Range(double west, double east, double south, double north) implements SkyShape {}

    record Polygon(SkyPolygon polygon) implements SkyShape {}

    /** The one that is asked for, if any; refuses several. */
    static Optional<SkyShape> parse(VoParameters asked) {
        List<SkyShape> shapes = new ArrayList<>();
        asked.one("POS").map(SkyShape::pos).ifPresent(shapes::add);
        asked.one("CIRCLE").map(c -> circle("CIRCLE", c)).ifPresent(shapes::add);
        asked.one("POLYGON").map(p -> polygon("POLYGON", p)).ifPresent(shapes::add);
        if (shapes.size() > 1) {
            throw VoParameters.bad("POS", "given with CIRCLE or POLYGON", "one of the three");
        }
        return shapes.stream().findFirst();
    }

    private static SkyShape pos(String written) {
        String text = written.strip();
        int blank = text.indexOf(' ');
        String kind = (blank < 0 ? text : text.substring(0, blank)).toUpperCase(Locale.ROOT);
        String numbers = blank < 0 ? "" : text.substring(blank);
        return switch (kind) {
            case "CIRCLE" -> circle("POS", numbers);
            case "RANGE" -> range(numbers);
            case "POLYGON" -> polygon("POS", numbers);
            default -> throw VoParameters.bad("POS", written, "CIRCLE, RANGE or POLYGON and numbers in degrees");
        };
    }

    private static SkyShape circle(String name, String written) {
        double[] n = Numbers.of(written);
        if (n.length != 3 || !isPlace(n[0], n[1]) || !(n[2] >= 0 && n[2] <= 180)) {
            throw VoParameters.bad(name, written, "right ascension, declination and radius in degrees");
        }
        return new Circle(SkyPosition.of(n[0], n[1]), n[2]);
    }

    private static SkyShape range(String written) {
        double[] n = Numbers.of(written);
        if (n.length != 4 || Double.isNaN(n[0] + n[1] + n[2] + n[3]) || n[0] > n[1] || n[2] > n[3]) {
            throw VoParameters.bad("POS", "RANGE" + written, "least and greatest right ascension, then declination");
        }
        return new Range(Math.max(0, n[0]), Math.min(360, n[1]), Math.max(-90, n[2]), Math.min(90, n[3]));
    }

    private static SkyShape polygon(String name, String written) {
        double[] n = Numbers.of(written);
        List<SkyPosition> corners = new ArrayList<>();
        try {
            for (int i = 0; i + 1 < n.length; i += 2) {
                corners.add(SkyPosition.of(n[i], n[i + 1]));
            }
            if (n.length % 2 == 0) {
                return new Polygon(new SkyPolygon(corners));
            }
        } catch (IllegalArgumentException noPolygon) {
            throw VoParameters.bad(
                    name, written, "corners within 90 degrees of their middle: " + noPolygon.getMessage());
        }
        throw VoParameters.bad(name, written, "pairs of right ascension and declination");
    }

    private static boolean isPlace(double ra, double dec) {
        return Double.isFinite(ra) && Math.abs(dec) <= 90;
    }
}
