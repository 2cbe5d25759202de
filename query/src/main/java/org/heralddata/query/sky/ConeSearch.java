package org.heralddata.query.sky;

import java.math.BigDecimal;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.TableRef;
import org.heralddata.query.service.Directions;
import org.heralddata.query.service.Lookup;

/**
 * The rows of a table within a cone. Small tables are kept in memory after the first question to them; of large ones the engine reads
 * what the cone needs. Safe for many threads.
 */
public final class ConeSearch {
    private final DataService data;
    private final KeptTables kept;

    /** @param mostBytes memory for tables that are kept, about; 0 to keep none */
    public ConeSearch(DataService data, long mostBytes) {
        this.data = data;
        kept = new KeptTables(() -> data.as(Viewer.OPERATOR), mostBytes);
    }

    /** Keeps tables in at most an eighth of the heap. */
    public ConeSearch(DataService data) {
        this(data, Runtime.getRuntime().maxMemory() / 8);
    }

    /**
     * The rows, to be closed.
     *
     * @param release of which the table is one
     * @throws Refusal if the table has no directions, the table or a column is not open to who asks, or a column is not there
     */
    public RowStream rows(Release release, PublishedTable table, ConeRequest request) {
        require(release, table, request);
        KeptTable small = kept.find(release, table);
        if (small != null) {
            return new KeptRows(
                    small, request.columns(), small.within(request.centre(), request.radiusDeg(), request.limit()));
        }
        return data.rows(
                ref(release, table), RowsRequest.inAnyOrder(where(table, request), request.columns(), request.limit()));
    }

    /** How many rows there are, at most {@code request.limit()}. */
    public long count(Release release, PublishedTable table, ConeRequest request) {
        require(release, table, request);
        KeptTable small = kept.find(release, table);
        return small != null
                ? small.within(request.centre(), request.radiusDeg(), request.limit()).length
                : Math.min(
                        request.limit(),
                        data.count(ref(release, table), where(table, request)).rows());
    }

    private static TableRef ref(Release release, PublishedTable table) {
        return new TableRef(release.collection().id(), table.name(), release.name());
    }

    private static String where(PublishedTable table, ConeRequest request) {
        return "cone(%s, %s, %s, %s, %s deg)"
                .formatted(
                        table.common().ra(),
                        table.common().dec(),
                        plain(request.centre().raDeg()),
                        plain(request.centre().decDeg()),
                        plain(request.radiusDeg()));
    }

    /** What is kept has all columns, whoever asks. */
    private void require(Release release, PublishedTable table, ConeRequest request) {
        data.requireOpen(release, table.name());
        Directions.require(table);
        request.columns().forEach(column -> Lookup.column(table, column));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }
}
