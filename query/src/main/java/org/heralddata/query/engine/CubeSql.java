package org.heralddata.query.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heralddata.model.selection.Cut;
import org.heralddata.query.cube.CubeAxis;

/**
 * Prints one query for all cubes. Each cube is a scan of its own of the few columns that it needs: on columns of small
 * integers that is twenty times faster than grouping sets over one scan ({@code docs/decisions/0220-cubes-for-linked-views.md}).
 */
final class CubeSql {
    private final Place place;
    private final CubeParts keys;
    private final boolean sampled;

    CubeSql(Place place, boolean sampled) {
        this.place = place;
        this.sampled = sampled;
        keys = new CubeParts(place);
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
        List<CubeParts.Part> parts = new ArrayList<>(keys.of(active));
        parts.addAll(keys.of(view));
        List<String> inner = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        String at = "0::BIGINT";
        for (int i = 0; i < parts.size(); i++) {
            CubeParts.Part part = parts.get(i);
            String name = "k" + i + "_";
            inner.add(part.raw(used) + " AS " + name);
            groups.add(part.folded(name) + " AS g" + i + "_");
            at = "(%s * %d + coalesce(g%d_, %d))".formatted(at, part.size(), i, part.size() - 1);
        }
        String relation = keys.relation(cut, used, sampled);
        if (parts.isEmpty()) {
            return "SELECT %d, 0, count(*) FROM %s WHERE %s".formatted(number, relation, where);
        }
        String names =
                IntStream.range(0, parts.size()).mapToObj(i -> "g" + i + "_").collect(Collectors.joining(", "));
        return "SELECT %d AS cube_, %s::INTEGER AS at_, n_ FROM (SELECT %s, count(*) AS n_ FROM (SELECT %s FROM %s WHERE %s) GROUP BY %s)"
                .formatted(number, at, String.join(", ", groups), String.join(", ", inner), relation, where, names);
    }
}
