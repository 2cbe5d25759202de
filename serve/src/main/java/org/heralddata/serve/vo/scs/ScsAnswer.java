package org.heralddata.serve.vo.scs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.query.RowStream;
import org.heralddata.query.service.FirstRows;
import org.heralddata.query.service.Headers;
import org.heralddata.query.sky.ConeRequest;
import org.heralddata.query.sky.ConeSearch;
import org.heralddata.serve.vo.dali.RowsOut;
import org.heralddata.serve.vo.dali.VoFormats;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;

/** Writes the rows of a cone as they come. */
record ScsAnswer(Release release, PublishedTable table, ScsQuery query) {

    void send(ConeSearch cones, VoFormats.Answer format, HttpServletResponse response) throws IOException {
        List<Column> columns = ScsColumns.of(table, query.verbosity());
        long asked = query.isForColumns() ? 0 : query.maxRows() + 1;
        var request = new ConeRequest(
                query.centre(),
                query.radiusDeg(),
                columns.stream().map(Column::name).toList(),
                asked);
        try (RowStream all = cones.rows(release, table, request)) {
            var rows = new FirstRows(all, query.isForColumns() ? 0 : query.maxRows());
            Batch first = rows.next();
            response.setContentType(format.mediaType());
            response.setHeader("X-Herald-Release", release.name());
            if (!format.tellsOverflow() && isCut(cones, request)) {
                response.setHeader("X-Herald-Overflow", "true");
            }
            try (TableSink sink = format.writer().open(response.getOutputStream(), header(columns))) {
                RowsOut.write(
                        sink, first, rows::next, () -> rows.left() || query.maxRows() == 0, response::isCommitted);
            }
        }
    }

    /** Whether rows are left out, for formats that cannot say so behind the rows. */
    private boolean isCut(ConeSearch cones, ConeRequest request) {
        return query.maxRows() == 0
                || (!query.isForColumns() && cones.count(release, table, request) > query.maxRows());
    }

    private TableHeader header(List<Column> columns) {
        String cone = "cone of %s degrees around %s, %s"
                .formatted(
                        query.radiusDeg(),
                        query.centre().raDeg(),
                        query.centre().decDeg());
        return Headers.table(release, table, columns, OptionalLong.empty(), cone, release.software());
    }
}
