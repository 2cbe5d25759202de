package org.heralddata.query.engine;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.selection.Cut;
import org.jspecify.annotations.Nullable;

/** Where a question reads the rows of a table: from a copy if there is one, else from the files of the release. */
record Place(Source source, @Nullable Copy copy) {
    /** A greater cone holds so many rows that sorting them costs more than reading the files. */
    private static final double SMALL_CONE_DEG = 10;

    /** In a greater table, finding the first few of a copy's rows costs more than reading the files up to them. */
    private static final long SMALL_TABLE = 4_000_000;

    static Place files(Source source) {
        return new Place(source, null);
    }

    /** Whether a range of cells is found without reading all rows. */
    boolean sortedBySky() {
        return source.table().sort() == SortOrder.SKY || copy != null;
    }

    /**
     * Where rows are read so that they come in the order of the release.
     *
     * @param cut  of which a small cone makes few rows, that are sorted quickly
     * @param rows that are wanted, with those before them
     */
    Place inOrder(Cut cut, long rows) {
        boolean few = rows <= Copy.FEW && source.table().rows() <= SMALL_TABLE;
        return copy == null || !copy.bySky() || few || hasSmallCone(cut) ? this : files(source);
    }

    /** Whether the first rows of the release are likely to have as many that pass; a small cone has few anywhere. */
    boolean mayBeginWith(Cut cut, long rows) {
        return copy != null && copy.bySky() && rows <= Copy.FEW && !hasSmallCone(cut);
    }

    /** The first rows of the release, in its order. */
    String head() {
        return Objects.requireNonNull(copy).head();
    }

    /** What to sort by, for rows to come in the order of the release; empty if they do. */
    String byRow() {
        return copy != null && copy.bySky() ? Sql.name(Copy.ROW) : "";
    }

    private boolean hasSmallCone(Cut cut) {
        List<Cut> all = cut instanceof Cut.And(var parts) ? parts : List.of(cut);
        return all.stream()
                .anyMatch(part -> part instanceof Cut.Cone cone
                        && cone.radiusDeg() <= SMALL_CONE_DEG
                        && FilePruning.isMain(cone, source.table().common()));
    }

    /** @param used columns that the query names, as the files have them ({@code t_ns} too) */
    String relation(Cut cut, Set<String> used) {
        return copy == null ? Relation.of(source, cut, used) : copy.relation();
    }
}
