package org.heralddata.query.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.sky.Healpix;
import org.heralddata.query.cube.CubeAxis;

/**
 * Prints one query for all cubes. Each cube is a scan of its own of the few columns that it needs: on columns of small
 * integers that is twenty times faster than grouping sets over one scan ({@code docs/decisions/0220-cubes-for-linked-views.md}).
 */
final class CubeSql {
    private final Place place;
    private final boolean sampled;

    CubeSql(Place place, boolean sampled) {
        this.place = place;
        this.sampled = sampled;
    }

    /** Rows of: number of the cube, place in it, count. */
    String print(CubeAxis active, List<CubeAxis> views, List<Cut> cuts) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            parts.add(cube(i, active, views.get(i), cuts.get(i)));
        }
        return String.join(" UNION ALL ", parts);
    }

    private String cube(int number, CubeAxis active, CubeAxis view, Cut cut) {
        var condition = new CutSql(place);
        String where = condition.print(cut);
        Set<String> used = new TreeSet<>(condition.used());
        List<Part> keys = new ArrayList<>();
        keys.addAll(parts(active));
        keys.addAll(parts(view));
        List<String> inner = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        String at = "0::BIGINT";
        for (int i = 0; i < keys.size(); i++) {
            Part part = keys.get(i);
            String name = "k" + i + "_";
            inner.add(part.raw(used) + " AS " + name);
            groups.add(part.folded(name) + " AS g" + i + "_");
            at = "(%s * %d + coalesce(g%d_, %d))".formatted(at, part.size(), i, part.size() - 1);
        }
        String relation = sampled && place.copy() != null ? place.copy().sample() : place.relation(cut, used);
        if (keys.isEmpty()) {
            return "SELECT %d, 0, count(*) FROM %s WHERE %s".formatted(number, relation, where);
        }
        String names = java.util.stream.IntStream.range(0, keys.size())
                .mapToObj(i -> "g" + i + "_")
                .collect(java.util.stream.Collectors.joining(", "));
        return "SELECT %d AS cube_, %s::INTEGER AS at_, n_ FROM (SELECT %s, count(*) AS n_ FROM (SELECT %s FROM %s WHERE %s) GROUP BY %s)"
                .formatted(number, at, String.join(", ", groups), String.join(", ", inner), relation, where, names);
    }

    /** A key of a group: what is read of a row, and what becomes of that. */
    private interface Part {
        int size();

        String raw(Set<String> used);

        String folded(String name);
    }

    private List<Part> parts(CubeAxis axis) {
        return switch (axis) {
            case CubeAxis.All _ -> List.of();
            case CubeAxis.Slices slices -> List.of(part(slices));
            case CubeAxis.Bins bins -> List.of(part(bins));
            case CubeAxis.Pairs(var x, var y) -> List.of(part(x), part(y));
            case CubeAxis.Cells cells -> List.of(part(cells));
        };
    }

    private Part part(CubeAxis.Slices slices) {
        PublishedColumn column = place.source().column(slices.column());
        return new Part() {
            @Override
            public int size() {
                return slices.size();
            }

            @Override
            public String raw(Set<String> used) {
                String code = GridSql.code(place, slices.column(), slices.grid(), used);
                if (slices.stops().isEmpty()) {
                    return code;
                }
                GridSql.code(column, slices.grid(), used); // names the column itself
                return "(" + code + GridSql.stops(column, slices.stops()) + ")";
            }

            @Override
            public String folded(String name) {
                return name;
            }
        };
    }

    private Part part(CubeAxis.Bins bins) {
        return new Part() {
            @Override
            public int size() {
                return bins.size();
            }

            @Override
            public String raw(Set<String> used) {
                return GridSql.code(place, bins.column(), bins.grid(), used);
            }

            /** Codes 1 to 2g are bin 1; the code of the last value is of the last bin, not above it. */
            @Override
            public String folded(String name) {
                int wide = 2 * bins.group();
                return "(%1$s + %2$d) // %3$d - (%1$s = %4$d)::TINYINT"
                        .formatted(name, wide - 1, wide, 2 * bins.grid().steps() + 1);
            }
        };
    }

    /** Copies keep cells of order 6 as small integers; division, unlike shifting, keeps known how small they are. */
    private Part part(CubeAxis.Cells cells) {
        String healpix = place.source().table().common().healpix();
        if (healpix == null) {
            throw new IllegalArgumentException("no directions");
        }
        boolean stored = place.copy() != null;
        int from = stored ? Copy.CELL_ORDER : Healpix.MAX_ORDER;
        return new Part() {
            @Override
            public int size() {
                return cells.size();
            }

            @Override
            public String raw(Set<String> used) {
                if (!stored) {
                    used.add(healpix);
                }
                return Sql.name(stored ? Copy.CELL : healpix);
            }

            @Override
            public String folded(String name) {
                return "%s // %d".formatted(name, 1L << (2 * (from - cells.order())));
            }
        };
    }
}
