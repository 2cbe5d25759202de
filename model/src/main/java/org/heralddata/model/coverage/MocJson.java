package org.heralddata.model.coverage;

import java.util.Map;

/**
 * Coverage maps as JSON, each cell by itself: <code>{"3": [1, 2, 3, 4], "5": [600]}</code>; in space and time
 * <code>[{"t": {…}, "s": {…}}, …]</code> (MOC 2.0, section 4.3.3).
 */
public final class MocJson {

    private MocJson() {}

    /** The JSON; the highest order is there even if it has no cell. */
    public static String write(Moc moc) {
        return switch (moc) {
            case SpaceMoc space -> cells(Axis.SPACE, space.order(), space.cells());
            case TimeMoc time -> cells(Axis.TIME, time.order(), time.cells());
            case SpaceTimeMoc both -> {
                var text = new StringBuilder("[");
                for (SpaceTimeMoc.Part part : both.parts()) {
                    text.append("{\"t\":").append(cells(Axis.TIME, -1, part.times()));
                    text.append(",\"s\":")
                            .append(cells(Axis.SPACE, -1, part.cells()))
                            .append("},\n");
                }
                yield text.append(
                                "{\"t\":{\"%d\":[]},\"s\":{\"%d\":[]}}]".formatted(both.timeOrder(), both.spaceOrder()))
                        .toString();
            }
        };
    }

    private static String cells(Axis axis, int order, Ranges ranges) {
        var text = new StringBuilder("{");
        Map<Integer, Ranges> byOrder = CellList.of(axis, ranges);
        byOrder.forEach((at, cells) -> {
            text.append(text.length() == 1 ? "" : ",\n").append('"').append(at).append("\":[");
            String comma = "";
            for (int i = 0; i < cells.count(); i++) {
                for (long cell = cells.first(i); cell < cells.end(i); cell++) {
                    text.append(comma).append(cell);
                    comma = ",";
                }
            }
            text.append(']');
        });
        if (order >= 0 && !byOrder.containsKey(order)) {
            text.append(text.length() == 1 ? "" : ",\n")
                    .append('"')
                    .append(order)
                    .append("\":[]");
        }
        return text.append('}').toString();
    }

    /** A map in space or in space and time. */
    public static Moc read(String json) throws MocSyntaxException {
        return read(json, Axis.SPACE);
    }

    /** A map in time, which looks as one in space does. */
    public static TimeMoc readTime(String json) throws MocSyntaxException {
        if (read(json, Axis.TIME) instanceof TimeMoc time) {
            return time;
        }
        throw new MocSyntaxException("it is no map of time");
    }

    /** By the text form, of which JSON has the same parts. */
    private static Moc read(String json, Axis axis) throws MocSyntaxException {
        String text = json.strip();
        if (text.startsWith("[")) {
            if (!text.matches("(?s)[\\s\\d\"ts:,{}\\[\\]]*")) {
                throw new MocSyntaxException("it has characters that no map in JSON has");
            }
            return MocText.read(text.replaceAll("[\\[\\]{},]", " ")
                    .replaceAll("\"([ts])\"\\s*:", " $1")
                    .replaceAll("\"(\\d+)\"\\s*:", " $1/ ")
                    .replaceAll("([ts])\\s+(\\d+)/", "$1$2/"));
        }
        if (!text.startsWith("{") || !text.endsWith("}") || !text.matches("(?s)[\\s\\d\":,{}\\[\\]]*")) {
            throw new MocSyntaxException("a map in JSON is an object of orders and lists of cells");
        }
        String cells = text.replaceAll("[\\[\\]{},]", " ").replaceAll("\"(\\d+)\"\\s*:", " $1/ ");
        return MocText.read(axis == Axis.TIME ? "t" + cells.strip() : cells);
    }
}
