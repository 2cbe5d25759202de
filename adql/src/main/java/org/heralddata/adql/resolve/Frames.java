package org.heralddata.adql.resolve;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.Span;
import org.heralddata.adql.typed.SkyFrame;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;

/** Reference frames by name, and positions brought from one into another. */
final class Frames {
    static final String OURS = "ICRS";
    static final String LIST = "frames: ICRS, FK5, FK4, GALACTIC, ECLIPTIC";

    /** The same as ours within 0.03 arcseconds, or not told: positions of such frames are taken as they are. */
    private static final Set<String> SAME = Set.of("", "ICRS", "FK5", "J2000", "UNKNOWNFRAME", "UNKNOWN");

    private Frames() {}

    /** The frame that a position is to be brought from; ICRS if it may stay as it is, or if there is no such frame, which is told. */
    static SkyFrame of(String written, Span span, Problems problems) {
        // 'ICRS GEOCENTER': the reference position makes no difference to directions
        String name = written.strip().toUpperCase(Locale.ROOT).split("\\s+", -1)[0];
        if (SAME.contains(name)) {
            return SkyFrame.ICRS;
        }
        SkyFrame known = named(written, span, problems);
        return known == null ? SkyFrame.ICRS : known;
    }

    /** The frame of a name; null, and told, if there is none. */
    static @Nullable SkyFrame named(String written, Span span, Problems problems) {
        Optional<SkyFrame> frame = SkyFrame.named(written);
        if (frame.isEmpty()) {
            String near = Nearest.help(written, List.of("ICRS", "FK5", "FK4", "GALACTIC", "ECLIPTIC"));
            problems.add(
                    span,
                    AdqlCode.BAD_LITERAL,
                    "there is no reference frame `%s`".formatted(written),
                    near == null ? LIST : near);
        }
        return frame.orElse(null);
    }

    /** A point in another frame; of numbers alone it is worked out at once. */
    static Value turned(SkyFrame from, SkyFrame to, Value point) {
        if (from == to || point.type().kind() == ValueType.Kind.NULL) {
            return point;
        }
        if (point instanceof Value.Point(var lon, var lat)) {
            OptionalDouble l = Numbers.constant(lon);
            OptionalDouble b = Numbers.constant(lat);
            if (l.isPresent() && b.isPresent()) {
                double[] there = from.turned(to, l.getAsDouble(), b.getAsDouble());
                return new Value.Point(Numbers.of(there[0]), Numbers.of(there[1]));
            }
        }
        return new Value.Call(
                AdqlFunction.IVO_TRANSFORM,
                List.of(new Value.Text(from.name()), new Value.Text(to.name()), point),
                ValueType.POINT);
    }

    /** A point, circle or polygon in another frame; null if it is a circle or polygon that is not written out. */
    static @Nullable Value shape(SkyFrame from, SkyFrame to, Value shape) {
        return switch (shape) {
            case Value.Circle(var centre, var radius) -> new Value.Circle(turned(from, to, centre), radius);
            case Value.Polygon(var vertices) ->
                new Value.Polygon(
                        vertices.stream().map(v -> turned(from, to, v)).toList());
            default ->
                switch (shape.type().kind()) {
                    case POINT, NULL -> turned(from, to, shape);
                    default -> null;
                };
        };
    }
}
