package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.tree.Span;
import org.heralddata.adql.typed.SkyFrame;
import org.heralddata.adql.typed.Value;
import org.heralddata.adql.typed.Value.Combination;
import org.jspecify.annotations.Nullable;

/**
 * Regions of STC-S (TAP 1.0, section 6): {@code Circle ICRS 10 20 0.5}, {@code Union ICRS (Circle 1 2 3 Box 4 5 1 1)}. Whatever frame
 * they are of, they become ICRS.
 */
final class Regions {
    private static final List<String> SHAPES = List.of("POSITION", "CIRCLE", "BOX", "POLYGON");
    private static final List<String> COMBINED = List.of("UNION", "INTERSECTION", "NOT");
    private static final String HELP =
            "'Position 10 20', 'Circle 10 20 0.5', 'Box 10 20 1 2', 'Polygon 10 20 11 20 11 21',"
                    + " 'Union (…)', 'Intersection (…)' or 'Not (…)', degrees";

    private static final int DEEPEST = 20;
    private static final int MOST_WORDS = 2_000;

    private final List<String> words;
    private final Span span;
    private final Problems problems;
    private int next;

    private Regions(List<String> words, Span span, Problems problems) {
        this.words = words;
        this.span = span;
        this.problems = problems;
    }

    static Value read(String text, Span span, Problems problems) {
        List<String> words =
                List.of(text.replace("(", " ( ").replace(")", " ) ").strip().split("[\\s,]+", -1));
        if (words.size() > MOST_WORDS) {
            problems.add(span, AdqlCode.TOO_LARGE, "a region has at most %d words".formatted(MOST_WORDS), null);
            return new Value.Null();
        }
        var reading = new Regions(words, span, problems);
        Value value = reading.region(SkyFrame.ICRS, DEEPEST);
        if (value != null && reading.next < words.size()) {
            reading.tell(
                    AdqlCode.BAD_LITERAL, "`%s` does not fit behind the region".formatted(words.get(reading.next)));
            value = null;
        }
        return value == null
                ? new Value.Null()
                : value instanceof Value.Compound(var how, var parts, var _)
                        ? new Value.Compound(how, parts, text.strip())
                        : value;
    }

    private void tell(AdqlCode code, String message) {
        problems.add(span, code, message, HELP);
    }

    private String word() {
        return next < words.size() ? words.get(next).toUpperCase(Locale.ROOT) : "";
    }

    /** Null, and told, if it cannot be read. */
    private @Nullable Value region(SkyFrame around, int depth) {
        String shape = word();
        boolean combined = COMBINED.contains(shape);
        if (depth == 0 || (!combined && !SHAPES.contains(shape))) {
            tell(
                    AdqlCode.NOT_SUPPORTED,
                    depth == 0
                            ? "the region is too deep"
                            : "the region `%s` is not supported".formatted(next < words.size() ? words.get(next) : ""));
            return null;
        }
        next++;
        SkyFrame frame = frame(around);
        return combined ? combined(shape, frame, depth) : shape(shape, frame);
    }

    /** What is told before the numbers: a frame, which holds for what stands within, and what makes no difference. */
    private SkyFrame frame(SkyFrame around) {
        SkyFrame frame = around;
        boolean first = true;
        while (next < words.size() && Character.isLetter(words.get(next).charAt(0)) && !isRegion(word())) {
            if (first && !word().equals("FILLFACTOR")) {
                frame = Frames.of(words.get(next), span, problems);
            }
            first = false;
            next++;
            if (words.get(next - 1).equalsIgnoreCase("FILLFACTOR")) {
                next++;
            }
        }
        return frame;
    }

    private static boolean isRegion(String word) {
        return COMBINED.contains(word) || SHAPES.contains(word);
    }

    private @Nullable Value combined(String operator, SkyFrame frame, int depth) {
        if (!word().equals("(")) {
            tell(AdqlCode.BAD_LITERAL, "`%s` combines regions in parentheses".formatted(operator));
            return null;
        }
        next++;
        var parts = new ArrayList<Value>();
        while (!word().equals(")")) {
            Value part = region(frame, depth - 1);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        next++;
        boolean complement = operator.equals("NOT");
        if (complement ? parts.size() != 1 : parts.size() < 2) {
            tell(
                    AdqlCode.BAD_LITERAL,
                    complement ? "`Not` is of one region" : "`%s` is of two regions or more".formatted(operator));
            return null;
        }
        Combination how = complement
                ? Combination.COMPLEMENT
                : operator.equals("UNION") ? Combination.UNION : Combination.INTERSECTION;
        return new Value.Compound(how, parts, operator);
    }

    private @Nullable Value shape(String shape, SkyFrame frame) {
        var numbers = new ArrayList<Double>();
        while (next < words.size()) {
            var number = Literals.number(words.get(next));
            if (number.isEmpty()) {
                break;
            }
            numbers.add(number.get().number().doubleValue());
            next++;
        }
        Value value = shape(shape, numbers.stream().mapToDouble(d -> d).toArray());
        if (value == null) {
            tell(AdqlCode.BAD_LITERAL, "`%s` does not have these numbers".formatted(shape));
            return null;
        }
        return Frames.shape(frame, SkyFrame.ICRS, value);
    }

    private static @Nullable Value shape(String shape, double[] n) {
        for (int i = 1; i < (shape.equals("POLYGON") ? n.length : Math.min(2, n.length)); i += 2) {
            if (Math.abs(n[i]) > 90) {
                return null;
            }
        }
        return switch (shape) {
            case "POSITION" -> n.length == 2 ? point(n, 0) : null;
            case "CIRCLE" ->
                n.length == 3 && n[2] >= 0 && n[2] <= 180 ? new Value.Circle(point(n, 0), Numbers.of(n[2])) : null;
            case "BOX" -> n.length == 4 ? Boxes.polygon(point(n, 0), Numbers.of(n[2]), Numbers.of(n[3])) : null;
            case "POLYGON" -> n.length >= 6 && n.length % 2 == 0 ? polygon(n) : null;
            default -> null;
        };
    }

    private static Value polygon(double[] n) {
        var vertices = new ArrayList<Value>();
        for (int i = 0; i < n.length; i += 2) {
            vertices.add(point(n, i));
        }
        return new Value.Polygon(vertices);
    }

    private static Value point(double[] n, int first) {
        return new Value.Point(Numbers.of(n[first]), Numbers.of(n[first + 1]));
    }
}
