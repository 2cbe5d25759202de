package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.heralddata.query.cube.Bins;
import org.heralddata.query.cube.CubeAxis;
import org.heralddata.query.cube.CubeHead;
import org.heralddata.query.cube.CubeQuestion;
import org.heralddata.query.cube.CubeView;
import org.heralddata.query.cube.Cubes;
import org.heralddata.query.cube.Grid;
import org.heralddata.query.cube.PackedCubes;

/** Counts cubes of common events of several {@link FakeTable}s, row by row, or of samples if they will do. Questions name both ends of the time. */
record FakeEventCubes(List<FakeTable> tables, CubeQuestion question) {
    /** One of so many rows is in a sample. */
    private static final int SAMPLE_OF = 8;

    /** Whether a row of the table in hand passes a cut. */
    interface Passing {
        BiPredicate<Integer, String> of(FakeTable table);
    }

    PackedCubes of(Passing passing) {
        CubeAxis active = axis(question.active(), true);
        List<CubeAxis> views = new ArrayList<>(List.of(new CubeAxis.All()));
        question.views().forEach(v -> views.add(axis(v.view(), false)));
        List<int[]> counts =
                views.stream().map(v -> new int[active.size() * v.size()]).toList();
        int every = question.sampled() ? SAMPLE_OF : 1;
        long rows = 0;
        for (FakeTable table : tables) {
            BiPredicate<Integer, String> passes = passing.of(table);
            rows += table.rows();
            for (int row = 0; row < table.rows(); row += every) {
                for (int i = 0; i < views.size() && passes.test(row, question.where()); i++) {
                    boolean all = true;
                    for (int other = 0; other < question.views().size(); other++) {
                        all &= other == i - 1
                                || passes.test(row, question.views().get(other).cut());
                    }
                    if (all) {
                        counts.get(i)[at(active, table, row) * views.get(i).size() + at(views.get(i), table, row)] +=
                                every;
                    }
                }
            }
        }
        return PackedCubes.of(
                new Cubes(rows / every, rows, active, views, counts), new CubeHead.Words(name -> "", name -> true));
    }

    private static CubeAxis axis(CubeView view, boolean active) {
        return switch (view) {
            case CubeView.Bars bars -> {
                Double min = bars.min();
                Double max = bars.max();
                if (min == null || max == null) {
                    throw new UnsupportedOperationException("not in the fake: times without ends");
                }
                Bins bins = Bins.ofTimes(min, max, bars.bins());
                yield active
                        ? new CubeAxis.Slices("time", bins.grid(), List.of(), bins.group())
                        : new CubeAxis.Bins("time", bins.grid(), bins.group());
            }
            case CubeView.Sky(var order) -> new CubeAxis.Cells(order);
            case CubeView.Pair _ -> throw new UnsupportedOperationException("not in the fake: pairs of events");
        };
    }

    private static int at(CubeAxis axis, FakeTable table, int row) {
        return switch (axis) {
            case CubeAxis.Cells(var order) -> (int) FakeCollections.cell(table, row, order);
            case CubeAxis.Slices slices -> code(slices.grid(), table.number("time", row) / 1e6);
            case CubeAxis.Bins bins -> {
                int code = code(bins.grid(), table.number("time", row) / 1e6);
                yield FakeCubes.bin(bins, code);
            }
            default -> 0;
        };
    }

    private static int code(Grid grid, double value) {
        int code = 0;
        for (int k = 0; k < grid.size(); k++) {
            code += (value > grid.value(k) ? 1 : 0) + (value >= grid.value(k) ? 1 : 0);
        }
        return code;
    }
}
