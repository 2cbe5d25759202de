package org.heralddata.adql.resolve;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.tree.Span;
import org.heralddata.model.diagnostic.Nearest;

/** Reference frames by name. */
final class Frames {
    static final String OURS = "ICRS";
    static final String LIST = "frames: ICRS, FK5, FK4, GALACTIC, ECLIPTIC";

    /** The same as ours within 0.1 arcseconds, or not told. */
    private static final Set<String> SAME = Set.of("", "ICRS", "FK5", "J2000", "UNKNOWNFRAME", "UNKNOWN");

    private static final Set<String> OTHER = Set.of("FK4", "B1950", "GALACTIC", "ECLIPTIC");

    private Frames() {}

    /** {@code 'ICRS GEOCENTER'}: the reference position makes no difference to directions. */
    private static String name(String written) {
        String[] words = written.strip().toUpperCase(Locale.ROOT).split("\\s+", -1);
        return words[0];
    }

    /** Tells where a position is of another frame than ours. */
    static void check(String written, Span span, Problems problems) {
        String name = name(written);
        if (SAME.contains(name)) {
            return;
        }
        if (OTHER.contains(name)) {
            problems.add(
                    span,
                    AdqlCode.NOT_SUPPORTED,
                    "positions are ICRS; the frame `%s` of a position is not converted by itself".formatted(written),
                    "ivo_transform('%s', 'ICRS', POINT(…)) converts it".formatted(name));
        } else {
            unknown(written, span, problems);
        }
    }

    static boolean isKnown(String written, Span span, Problems problems) {
        String name = name(written);
        if (OTHER.contains(name) || (SAME.contains(name) && !name.isEmpty())) {
            return true;
        }
        unknown(written, span, problems);
        return false;
    }

    private static void unknown(String written, Span span, Problems problems) {
        String near = Nearest.help(written, List.of("ICRS", "FK5", "FK4", "GALACTIC", "ECLIPTIC"));
        problems.add(
                span,
                AdqlCode.BAD_LITERAL,
                "there is no reference frame `%s`".formatted(written),
                near == null ? LIST : near);
    }
}
