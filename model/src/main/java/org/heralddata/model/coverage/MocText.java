package org.heralddata.model.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Coverage maps as text: {@code 3/1-4 5/600}, {@code t20/5-6}, {@code t20/5 s3/1-4} (MOC 2.0, section 4.3.2). */
public final class MocText {

    private static final Pattern BLANKS = Pattern.compile("[\\s,]+");

    private MocText() {}

    /** The text; the highest order stands last, without cells if it has none of its own. */
    public static String write(Moc moc) {
        return switch (moc) {
            case SpaceMoc space -> cells(Axis.SPACE, space.order(), space.cells());
            case TimeMoc time -> "t" + cells(Axis.TIME, time.order(), time.cells());
            case SpaceTimeMoc both -> {
                var text = new StringBuilder();
                for (SpaceTimeMoc.Part part : both.parts()) {
                    text.append('t').append(cells(Axis.TIME, -1, part.times()));
                    text.append(" s")
                            .append(cells(Axis.SPACE, -1, part.cells()))
                            .append(' ');
                }
                yield text.append("t%d/ s%d/".formatted(both.timeOrder(), both.spaceOrder()))
                        .toString();
            }
        };
    }

    private static String cells(Axis axis, int order, Ranges ranges) {
        var text = new StringBuilder();
        Map<Integer, Ranges> byOrder = CellList.of(axis, ranges);
        byOrder.forEach((at, cells) -> {
            text.append(text.isEmpty() ? "" : " ").append(at).append('/');
            for (int i = 0; i < cells.count(); i++) {
                text.append(i == 0 ? "" : " ").append(cells.first(i));
                if (cells.end(i) - cells.first(i) > 1) {
                    text.append('-').append(cells.end(i) - 1);
                }
            }
        });
        if (order >= 0 && !byOrder.containsKey(order)) {
            text.append(text.isEmpty() ? "" : " ").append(order).append('/');
        }
        return text.toString();
    }

    /** A map in space. */
    public static SpaceMoc readSpace(String text) throws MocSyntaxException {
        if (read(text) instanceof SpaceMoc space) {
            return space;
        }
        throw new MocSyntaxException("it is no map of the sky");
    }

    /** A map in time. */
    public static TimeMoc readTime(String text) throws MocSyntaxException {
        if (read(text) instanceof TimeMoc time) {
            return time;
        }
        throw new MocSyntaxException("it is no map of time");
    }

    /** Any map: without letters it is one of the sky. Cells are parted by blanks, line ends or commas. */
    public static Moc read(String text) throws MocSyntaxException {
        var reading = new Reading();
        for (String word : BLANKS.splitAsStream(text).toList()) {
            if (!word.isEmpty()) {
                reading.word(word);
            }
        }
        return reading.moc();
    }

    private static final class Reading {
        private MocBuilder space = new MocBuilder(Axis.SPACE);
        private MocBuilder time = new MocBuilder(Axis.TIME);
        private final List<SpaceTimeMoc.Part> parts = new ArrayList<>();
        private boolean inTime;
        private boolean hasTime;
        private boolean hasSpace;
        private int timeOrder;
        private int spaceOrder;
        private int order = -1;

        void word(String given) throws MocSyntaxException {
            String word = given;
            if (word.charAt(0) == 't' || word.charAt(0) == 's') {
                boolean toTime = word.charAt(0) == 't';
                if (toTime && !inTime && hasSpace) {
                    endPart();
                }
                inTime = toTime;
                order = -1;
                word = word.substring(1);
            }
            hasTime |= inTime;
            hasSpace |= !inTime;
            MocBuilder builder = inTime ? time : space;
            int slash = word.indexOf('/');
            if (slash >= 0) {
                builder.order(number(word.substring(0, slash)));
                order = (int) number(word.substring(0, slash));
                word = word.substring(slash + 1);
            }
            if (word.isEmpty()) {
                return;
            }
            if (order < 0) {
                throw new MocSyntaxException("`%s` has no order before it, as in 3/%1$s".formatted(shown(given)));
            }
            int dash = word.indexOf('-');
            long first = number(dash < 0 ? word : word.substring(0, dash));
            builder.cells(order, first, dash < 0 ? first : number(word.substring(dash + 1)));
        }

        private void endPart() {
            timeOrder = Math.max(timeOrder, time.order());
            spaceOrder = Math.max(spaceOrder, space.order());
            if (!time.isEmpty() && !space.isEmpty()) {
                parts.add(new SpaceTimeMoc.Part(time.ranges(), space.ranges()));
            }
            time = new MocBuilder(Axis.TIME);
            space = new MocBuilder(Axis.SPACE);
        }

        Moc moc() {
            if (hasTime && hasSpace) {
                endPart();
                return SpaceTimeMoc.of(timeOrder, spaceOrder, parts);
            }
            return hasTime ? new TimeMoc(time.order(), time.ranges()) : new SpaceMoc(space.order(), space.ranges());
        }

        private static long number(String digits) throws MocSyntaxException {
            try {
                if (digits.matches("\\d{1,19}")) {
                    return Long.parseLong(digits);
                }
            } catch (NumberFormatException beyond) {
                throw new MocSyntaxException("`%s` is beyond all cells".formatted(digits));
            }
            throw new MocSyntaxException("`%s` is no number".formatted(shown(digits)));
        }

        private static String shown(String word) {
            return word.length() > 40 ? word.substring(0, 40) + "…" : word;
        }
    }
}
