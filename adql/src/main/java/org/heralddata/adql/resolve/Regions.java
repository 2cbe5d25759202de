package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.tree.Span;
import org.heralddata.adql.typed.Value;
import org.jspecify.annotations.Nullable;

/** Simple regions of STC-S (TAP 1.0, section 6): {@code Circle ICRS 10 20 0.5}. */
final class Regions {

    private Regions() {}

    static Value read(String text, Span span, Problems problems) {
        String[] words = text.strip().split("[\\s,]+", -1);
        String shape = words[0].toUpperCase(Locale.ROOT);
        List<String> rest = new ArrayList<>(Arrays.asList(words).subList(1, words.length));
        var frame = new StringBuilder();
        while (!rest.isEmpty() && Character.isLetter(rest.getFirst().charAt(0))) {
            String word = rest.removeFirst();
            if (frame.isEmpty() && !word.equalsIgnoreCase("FILLFACTOR")) {
                frame.append(word);
            }
        }
        Frames.check(frame.toString(), span, problems);
        double[] numbers = numbers(rest);
        Value value = numbers == null ? null : shape(shape, numbers);
        if (value == null) {
            problems.add(
                    span,
                    known(shape) ? AdqlCode.BAD_LITERAL : AdqlCode.NOT_SUPPORTED,
                    known(shape)
                            ? "`%s` does not have these numbers".formatted(words[0])
                            : "the region `%s` is not supported".formatted(words[0]),
                    "'Position 10 20', 'Circle 10 20 0.5', 'Box 10 20 1 2' or 'Polygon 10 20 11 20 11 21', degrees, ICRS");
            return new Value.Null();
        }
        return value;
    }

    private static boolean known(String shape) {
        return List.of("POSITION", "CIRCLE", "BOX", "POLYGON").contains(shape);
    }

    private static double @Nullable [] numbers(List<String> words) {
        var numbers = new double[words.size()];
        for (int i = 0; i < numbers.length; i++) {
            var number = Literals.number(words.get(i));
            if (number.isEmpty()) {
                return null;
            }
            numbers[i] = number.get().number().doubleValue();
        }
        return numbers;
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
