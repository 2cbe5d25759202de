package org.heralddata.jobs.request;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.Restriction;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.QueryCode;
import org.heralddata.query.TableRef;

/** Whether the common events of a release are whole for who asks: else one identifier would stand for other rows for others. */
public final class CommonEvents {

    private CommonEvents() {}

    /**
     * Refuses if a table, or a column that the common event is made of, is closed.
     *
     * @param data as who asks sees it
     * @throws Refusal {@link QueryCode#RESTRICTED}
     */
    public static void requireWhole(Release release, DataService data) {
        data.requireOpen(release);
        List<Restriction> closed =
                data.restrictions(release).stream().filter(Restriction::closed).toList();
        if (closed.isEmpty()) {
            return;
        }
        var ref = new TableRef(release.collection().id(), "", release.name());
        for (PublishedTable table : data.as(Viewer.OPERATOR).release(ref).tablesOfEvents()) {
            if (closed.stream().anyMatch(restriction -> touches(restriction, table))) {
                throw new Refusal(
                        Diagnostic.error(
                                        QueryCode.RESTRICTED,
                                        "the events of `%s` of `%s` are not all open to you"
                                                .formatted(table.name(), ref.collection()))
                                .helped(
                                        "name the `collections` that are; or order the table by itself, with the columns that you may see"));
            }
        }
    }

    static boolean isWhole(Release release, DataService data) {
        try {
            requireWhole(release, data);
            return true;
        } catch (Refusal closed) {
            return false;
        }
    }

    private static boolean touches(Restriction restriction, PublishedTable table) {
        CommonEvent common = table.common();
        String energy = common.energy() == null ? null : common.energy().column();
        return restriction.isOfTable(table.name())
                || Stream.of(common.id(), common.time(), common.ra(), common.dec(), energy)
                        .filter(Objects::nonNull)
                        .anyMatch(column -> restriction.isOfColumn(table.name(), column));
    }
}
