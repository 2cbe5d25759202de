package org.heralddata.query.cube;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the head of {@link PackedCubes}: what each dimension is and where each array lies. */
public final class CubeHead {
    private static final Pattern ARRAY = Pattern.compile("\"length\":(\\d+),\"bits\":(\\d+)");

    private CubeHead() {}

    /** What else there is to say of a column. */
    public record Words(Function<String, String> unit, Function<String, Boolean> time) {}

    static int padded(int length, int width) {
        return (length * width + 7) & ~7;
    }

    static String json(Cubes cubes, int[] widths, Words words) {
        List<String> views = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < widths.length; i++) {
            CubeAxis view = cubes.views().get(i);
            int length = cubes.counts().get(i).length;
            views.add("{%s,\"size\":%d,\"at\":%d,\"length\":%d,\"bits\":%d}"
                    .formatted(axis(view, words), view.size(), at, length, 8 * widths[i]));
            at += padded(length, widths[i]);
        }
        return "{\"rows\":%d,\"of\":%d,\"active\":{%s,\"size\":%d},\"views\":[%s]}"
                .formatted(
                        cubes.rows(),
                        cubes.of(),
                        axis(cubes.active(), words),
                        cubes.active().size(),
                        String.join(",", views));
    }

    private static String axis(CubeAxis axis, Words words) {
        return switch (axis) {
            case CubeAxis.All _ -> "\"kind\":\"all\"";
            case CubeAxis.Cells(var order) -> "\"kind\":\"sky\",\"order\":" + order;
            case CubeAxis.Pairs(var x, var y) ->
                "\"kind\":\"pair\",\"x\":{%s},\"y\":{%s}".formatted(axis(x, words), axis(y, words));
            case CubeAxis.Bins bins ->
                "\"kind\":\"bins\",%s,\"edges\":%s"
                        .formatted(column(bins.column(), bins.grid(), words), edges(bins.grid(), bins.group()));
            case CubeAxis.Slices slices ->
                "\"kind\":\"slices\",%s,\"edges\":%s,\"values\":%s"
                        .formatted(
                                column(slices.column(), slices.grid(), words),
                                edges(slices.grid(), slices.group()),
                                numbers(Stream.concat(
                                                IntStream.range(0, slices.grid().size())
                                                        .mapToObj(slices.grid()::value),
                                                slices.stops().stream())
                                        .sorted()));
        };
    }

    private static String edges(Grid grid, int group) {
        return numbers(IntStream.rangeClosed(0, grid.bins(group)).mapToObj(i -> grid.edge(i, group)));
    }

    private static String column(String column, Grid grid, Words words) {
        String scale = words.time.apply(column) ? "time" : grid.scale().name().toLowerCase(Locale.ROOT);
        return "\"column\":\"%s\",\"unit\":\"%s\",\"scale\":\"%s\""
                .formatted(
                        column, words.unit.apply(column).replace("\\", "\\\\").replace("\"", "\\\""), scale);
    }

    private static String numbers(Stream<Double> values) {
        return values.map(v -> v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString(v.longValue()) : v.toString())
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The arrays that a head tells of, as lists. */
    static String lists(String head, ByteBuffer arrays) {
        List<String> lists = new ArrayList<>();
        Matcher array = ARRAY.matcher(head);
        while (array.find()) {
            int length = Integer.parseInt(array.group(1));
            int width = Integer.parseInt(array.group(2)) / 8;
            int start = arrays.position();
            var list = new StringBuilder("[");
            for (int i = 0; i < length; i++) {
                list.append(i == 0 ? "" : ",").append(number(arrays, start + i * width, width));
            }
            lists.add(list.append(']').toString());
            arrays.position(Math.min(arrays.limit(), start + padded(length, width)));
        }
        return String.join(",", lists);
    }

    private static long number(ByteBuffer arrays, int at, int width) {
        return switch (width) {
            case 1 -> arrays.get(at) & 0xff;
            case 2 -> arrays.getShort(at) & 0xffff;
            default -> arrays.getInt(at) & 0xffffffffL;
        };
    }
}
