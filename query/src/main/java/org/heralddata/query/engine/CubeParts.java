package org.heralddata.query.engine;

import java.util.List;
import java.util.Set;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.sky.Healpix;
import org.heralddata.query.cube.CubeAxis;

/** Prints what of a row tells its place on an axis: stored codes where a copy has them. */
final class CubeParts {
    private final Place place;

    CubeParts(Place place) {
        this.place = place;
    }

    /** Where rows are read: of a sample, if one is wanted and there is one. */
    String relation(Cut cut, Set<String> used, boolean sampled) {
        return sampled && place.copy() != null ? place.copy().sample() : place.relation(cut, used);
    }

    /** A key of a group: what is read of a row, and what becomes of that. */
    interface Part {
        int size();

        String raw(Set<String> used);

        String folded(String name);
    }

    List<Part> of(CubeAxis axis) {
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

            /**
             * Codes 1 to 2g are bin 1, of a grid that begins with a bin; the code of the last value is of the last bin, not above it. Codes
             * below and above the grid are so, too, where the outer bins reach beyond it. Sums, unlike cases, keep known how small they are.
             */
            @Override
            public String folded(String name) {
                int group = bins.group();
                int offset = bins.grid().offset(group);
                int steps = bins.grid().steps();
                boolean ends = (offset + steps) % group == 0;
                return "(%1$s + %2$d) // %3$d%4$s%5$s"
                        .formatted(
                                name,
                                2 * (offset + group) - 1,
                                2 * group,
                                offset == 0 ? "" : " - (%s = 0)::TINYINT".formatted(name),
                                ends
                                        ? " - (%s = %d)::TINYINT".formatted(name, 2 * steps + 1)
                                        : " + (%s = %d)::TINYINT".formatted(name, 2 * steps + 2));
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
