package org.heralddata.query.cube;

import java.util.List;

/**
 * Counts for linked views.
 *
 * @param rows    rows that were looked at
 * @param of      rows of the table; more than {@code rows} if these are a sample
 * @param active  the view to be brushed
 * @param views   first {@link CubeAxis.All}, then as asked
 * @param counts  a cube a view: {@code active.size() * view.size()} numbers, those of the view run fastest; unsigned
 */
public record Cubes(long rows, long of, CubeAxis active, List<CubeAxis> views, List<int[]> counts) {

    public Cubes {
        views = List.copyOf(views);
        counts = List.copyOf(counts);
    }
}
