package org.heralddata.ingest.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.ObservedRuns;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Tells a table's rows apart by the observation they are of: by its column of the UCD {@code meta.id;obs}. */
final class TableRuns {
    /** The release of a table with more is kept in memory without them. */
    static final int MOST = 10_000;

    private static final int LONGEST_ID = 64;

    private final int column;
    private final String name;
    private final int time;
    private final int ra;
    private final int dec;
    private final int energy;
    private final Map<String, RunCounter> runs = new LinkedHashMap<>();
    private boolean tooMany;

    /** @param outputs columns of the batches to come */
    TableRuns(CommonEvent common, List<OutputColumn> outputs) {
        int found = -1;
        for (int i = outputs.size() - 1; i >= 0; i--) {
            found = tellsRun(outputs.get(i)) ? i : found;
        }
        List<String> names = outputs.stream().map(OutputColumn::name).toList();
        column = found;
        name = found < 0 ? "" : names.get(found);
        time = place(names, common.time());
        ra = place(names, common.ra());
        dec = place(names, common.dec());
        energy = place(names, common.energy() == null ? null : common.energy().column());
    }

    private static boolean tellsRun(OutputColumn output) {
        boolean scalar = output.shape().isScalar() && output.component() == null;
        boolean named = output.type() == ColumnType.STRING || output.type().isInteger();
        return scalar && named && (output.ucd().words() + ";").startsWith("meta.id;obs;");
    }

    private static int place(List<String> names, @Nullable String wanted) {
        return wanted == null ? -1 : names.indexOf(wanted);
    }

    void add(Batch made) {
        if (column < 0 || tooMany) {
            return;
        }
        Vector ids = made.vectors().get(column);
        Vector.Longs times = time >= 0 && made.vectors().get(time) instanceof Vector.Longs longs ? longs : null;
        Vector.Doubles ras = doubles(made, ra);
        Vector.Doubles decs = doubles(made, dec);
        Vector.Doubles energies = doubles(made, energy);
        String last = "";
        RunCounter counter = null;
        for (int row = 0; row < made.rows(); row++) {
            String id = ids.isNull(row) ? "" : id(ids, row);
            if (id.isEmpty() || id.length() > LONGEST_ID) {
                continue;
            }
            if (counter == null || !id.equals(last)) {
                counter = runs.computeIfAbsent(id, _ -> new RunCounter());
                last = id;
                if (runs.size() > MOST) {
                    tooMany = true;
                    runs.clear();
                    return;
                }
            }
            counter.row();
            if (times != null && !times.isNull(row)) {
                counter.time(times.values()[row]);
            }
            if (energies != null && !energies.isNull(row)) {
                counter.energy(energies.values()[row]);
            }
            if (ras != null && decs != null && !ras.isNull(row) && !decs.isNull(row)) {
                counter.direction(ras.values()[row], decs.values()[row]);
            }
        }
    }

    private static Vector.@Nullable Doubles doubles(Batch made, int column) {
        return column >= 0 && made.vectors().get(column) instanceof Vector.Doubles doubles ? doubles : null;
    }

    private static String id(Vector ids, int row) {
        return switch (ids) {
            case Vector.Longs longs -> Long.toString(longs.values()[row]);
            case Vector.Strings strings -> String.valueOf(strings.values()[row]).strip();
            case Vector.Doubles _, Vector.Blobs _, Vector.Lists _ -> "";
        };
    }

    /** Null if no column tells, or there are too many. */
    @Nullable
    ObservedRuns published() {
        return column < 0 || tooMany
                ? null
                : new ObservedRuns(
                        name,
                        runs.entrySet().stream()
                                .map(run -> run.getValue().published(run.getKey()))
                                .toList());
    }

    List<String> notes() {
        return tooMany
                ? List.of("`%s` tells more than %d observations apart; they are not listed one by one"
                        .formatted(name, MOST))
                : List.of();
    }
}
