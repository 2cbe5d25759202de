package org.heralddata.query.access;

import java.util.Set;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.Coverage;
import org.heralddata.model.catalogue.ObservedRuns;
import org.heralddata.model.catalogue.ObservedRuns.Run;
import org.heralddata.model.catalogue.SortOrder;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a table's common event, of its order and of where and when it has rows, without some of its columns.
 *
 * @param hidden names of columns that are withheld
 */
record CommonParts(CommonEvent whole, Set<String> hidden) {

    private boolean isKnown(@Nullable String column) {
        return column != null && !hidden.contains(column);
    }

    private boolean hasTime() {
        return isKnown(whole.time());
    }

    private boolean hasDirection() {
        return isKnown(whole.ra()) && isKnown(whole.dec()) && isKnown(whole.healpix());
    }

    private boolean hasEnergy() {
        return whole.energy() != null && isKnown(whole.energy().column());
    }

    CommonEvent common() {
        if (hidden.isEmpty()) {
            return whole;
        }
        return new CommonEvent(
                whole.id(),
                hasTime() ? whole.time() : null,
                hasDirection() ? whole.ra() : null,
                hasDirection() ? whole.dec() : null,
                hasDirection() ? whole.healpix() : null,
                hasEnergy() ? whole.energy() : null);
    }

    SortOrder sort(SortOrder sort) {
        return switch (sort) {
            case NONE -> sort;
            case TIME -> hidden.isEmpty() || hasTime() ? sort : SortOrder.NONE;
            case SKY -> hidden.isEmpty() || hasDirection() ? sort : SortOrder.NONE;
        };
    }

    @Nullable
    Coverage coverage(@Nullable Coverage all) {
        if (all == null || hidden.isEmpty()) {
            return all;
        }
        return new Coverage(
                hasDirection() ? all.space() : null,
                hasTime() ? all.time() : null,
                hasDirection() && hasTime() ? all.spaceTime() : null,
                runs(all.runs()));
    }

    private @Nullable ObservedRuns runs(@Nullable ObservedRuns all) {
        return all == null || hidden.contains(all.column())
                ? null
                : new ObservedRuns(
                        all.column(), all.runs().stream().map(this::run).toList());
    }

    private Run run(Run run) {
        return new Run(
                run.id(),
                run.rows(),
                hasTime() ? run.first() : null,
                hasTime() ? run.last() : null,
                hasEnergy() ? run.least() : null,
                hasEnergy() ? run.most() : null,
                hasDirection() ? run.circle() : null);
    }
}
