package org.heralddata.query.service;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.selection.Cut;
import org.heralddata.query.cube.CubeAxis;
import org.heralddata.query.cube.CubeHead;
import org.heralddata.query.cube.Cubes;
import org.heralddata.query.cube.PackedCubes;
import org.heralddata.query.engine.Engine;
import org.heralddata.query.engine.Source;

/**
 * Cubes of the common events of many tables, in time and on the sky: every table is counted on the same axes, and the counts are added. A table
 * without times or directions counts as rows without a value there.
 *
 * @param views   first one of all rows alike
 * @param parts   the tables that who asks may see and that know what the cuts ask for
 * @param sampled whether samples will do; rows of a sample then count as many times as they stand for
 */
record SummedCubes(CubeAxis active, List<CubeAxis> views, List<Part> parts, boolean sampled) {

    /** Cubes of so many rows take more than a second. */
    private static final long TAKES_LONG = 10_000_000;

    /**
     * One table, in its own words.
     *
     * @param cuts one a view
     */
    record Part(Source source, CubeAxis active, List<CubeAxis> views, List<Cut> cuts) {
        /** Tells it from all others; tables of other releases, too. */
        String key() {
            return source.identity() + '\n' + active + views + cuts;
        }
    }

    /** @param cuts that of all views, then one a view but the first; in the table's own words */
    static Part part(Source source, CubeAxis active, List<CubeAxis> views, List<Cut> cuts) {
        List<Cut> perView = IntStream.range(0, views.size())
                .mapToObj(view -> (Cut) new Cut.And(IntStream.range(0, cuts.size())
                        .filter(i -> i == 0 || i != view)
                        .mapToObj(cuts::get)
                        .filter(cut -> !cut.equals(Cut.EVERYTHING))
                        .toList()))
                .toList();
        return new Part(
                source,
                own(active, source.table()),
                views.stream().map(v -> own(v, source.table())).toList(),
                perView);
    }

    /** The axis in the table's own words; of all rows alike where the table has none. */
    private static CubeAxis own(CubeAxis axis, PublishedTable table) {
        String time = table.common().time();
        return switch (axis) {
            case CubeAxis.Slices(var _, var grid, var stops, var group)
            when time != null -> new CubeAxis.Slices(time, grid, stops, group);
            case CubeAxis.Bins(var _, var grid, var group) when time != null -> new CubeAxis.Bins(time, grid, group);
            case CubeAxis.Cells cells when table.common().healpix() != null -> cells;
            default -> new CubeAxis.All();
        };
    }

    /** Counted, or as counted before: the tables are part of the question, so nobody is told of those closed to them. */
    PackedCubes of(Engine engine, CubeCache kept) {
        if (parts.stream().anyMatch(part -> part.source.identity().isEmpty())) {
            return count(engine);
        }
        var question =
                new StringBuilder("events\n").append(sampled).append(active).append(views);
        parts.forEach(part -> question.append('\n').append(part.key()));
        long rows = parts.stream().mapToLong(part -> part.source.table().rows()).sum();
        return kept.of(question.toString(), !sampled && rows > TAKES_LONG, () -> count(engine));
    }

    private PackedCubes count(Engine engine) {
        List<int[]> sums = new ArrayList<>();
        views.forEach(view -> sums.add(new int[active.size() * view.size()]));
        long rows = 0;
        long of = 0;
        for (Part part : parts) {
            Cubes found = engine.cubes(part.source, part.active, part.views, part.cuts, sampled);
            rows += found.rows();
            of += found.of();
            // a row is in the sample by a hash, one of so many: whole weights keep the sums right on the average
            int weight = found.rows() < found.of() ? (int) Math.round(found.of() / (double) found.rows()) : 1;
            for (int v = 0; v < views.size(); v++) {
                add(part, found.counts().get(v), v, weight, sums.get(v));
            }
        }
        return PackedCubes.of(
                new Cubes(rows, of, active, views, sums), new CubeHead.Words(column -> "", column -> true));
    }

    /** Where the table has no such axis, its rows have no value there. */
    private void add(Part part, int[] from, int view, int weight, int[] into) {
        int size = views.get(view).size();
        int ownSize = part.views.get(view).size();
        for (int i = 0; i < from.length; i++) {
            int slice = part.active.size() == active.size() ? i / ownSize : active.size() - 1;
            int place = ownSize == size ? i % ownSize : size - 1;
            into[slice * size + place] += weight * from[i];
        }
    }
}
