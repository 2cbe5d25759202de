package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.cube.Bins;
import org.heralddata.query.cube.CubeAxis;
import org.heralddata.query.cube.CubeHead;
import org.heralddata.query.cube.CubeQuestion;
import org.heralddata.query.cube.CubeView;
import org.heralddata.query.cube.Cubes;
import org.heralddata.query.cube.Grid;
import org.heralddata.query.cube.Grids;
import org.heralddata.query.cube.PackedCubes;

/** Counts cubes of a {@link FakeTable} row by row, or of a sample if that will do. */
record FakeCubes(FakeTable table, PublishedTable published) {
    /** One of so many rows is in a sample. */
    private static final int SAMPLE_OF = 8;

    /** @param passes whether a row passes a cut */
    PackedCubes of(CubeQuestion question, BiPredicate<Integer, String> passes) {
        CubeAxis active = axis(question.active(), true);
        List<CubeAxis> views = new ArrayList<>(List.of(new CubeAxis.All()));
        question.views().forEach(v -> views.add(axis(v.view(), false)));
        List<int[]> counts = new ArrayList<>();
        views.forEach(v -> counts.add(new int[active.size() * v.size()]));
        int every = question.sampled() ? SAMPLE_OF : 1;
        for (int row = 0; row < table.rows(); row += every) {
            if (!passes.test(row, question.where())) {
                continue;
            }
            int failed = -1;
            int fails = 0;
            for (int i = 0; i < question.views().size(); i++) {
                if (!passes.test(row, question.views().get(i).cut())) {
                    failed = i + 1;
                    fails++;
                }
            }
            for (int i = 0; i < views.size(); i++) {
                if (fails == 0 || (fails == 1 && failed == i)) {
                    counts.get(i)[at(active, row) * views.get(i).size() + at(views.get(i), row)]++;
                }
            }
        }
        return PackedCubes.of(
                new Cubes(table.rows() / every, table.rows(), active, views, counts),
                new CubeHead.Words(
                        name -> column(name).unit().symbol(),
                        name -> column(name).type() == ColumnType.TIMESTAMP));
    }

    private PublishedColumn column(String name) {
        return published.column(name).orElseThrow();
    }

    private CubeAxis axis(CubeView view, boolean active) {
        return switch (view) {
            case CubeView.Bars bars
            when active ->
                new CubeAxis.Slices(
                        bars.column(),
                        binned(bars).grid(),
                        bars.stops(),
                        binned(bars).group());
            case CubeView.Bars bars -> bins(bars);
            case CubeView.Pair(var x, var y) -> new CubeAxis.Pairs(bins(x), bins(y));
            case CubeView.Sky(var order) -> new CubeAxis.Cells(order);
        };
    }

    private CubeAxis.Bins bins(CubeView.Bars bars) {
        return new CubeAxis.Bins(
                bars.column(), binned(bars).grid(), binned(bars).group());
    }

    private Bins binned(CubeView.Bars bars) {
        PublishedColumn column = column(bars.column());
        var scale = bars.scale() == null ? Grids.usualScale(column) : bars.scale();
        return Bins.of(column, scale, bars.min(), bars.max(), bars.bins()).orElseThrow();
    }

    private int at(CubeAxis axis, int row) {
        return switch (axis) {
            case CubeAxis.All _ -> 0;
            case CubeAxis.Cells(var order) -> (int) FakeCollections.cell(table, row, order);
            case CubeAxis.Pairs(var x, var y) -> at(x, row) * y.size() + at(y, row);
            case CubeAxis.Slices slices -> {
                int code = code(slices.column(), slices.grid(), row);
                double value = value(slices.column(), row);
                for (double stop : slices.stops()) {
                    code += (value > stop ? 1 : 0) + (value >= stop ? 1 : 0);
                }
                yield code < 0 ? slices.size() - 1 : code;
            }
            case CubeAxis.Bins bins -> {
                int code = code(bins.column(), bins.grid(), row);
                yield code < 0 ? bins.size() - 1 : bin(bins, code);
            }
        };
    }

    /** All values lie within the grid. */
    static int bin(CubeAxis.Bins bins, int code) {
        return Math.min(bins.bins(), ((code - 1) / 2 + bins.grid().offset(bins.group())) / bins.group() + 1);
    }

    private double value(String column, int row) {
        return table.number(column, row) / (column(column).type() == ColumnType.TIMESTAMP ? 1e6 : 1);
    }

    private int code(String column, Grid grid, int row) {
        double value = value(column, row);
        if (Double.isNaN(value)) {
            return -1;
        }
        int code = 0;
        for (int k = 0; k < grid.size(); k++) {
            code += (value > grid.value(k) ? 1 : 0) + (value >= grid.value(k) ? 1 : 0);
        }
        return code;
    }
}
