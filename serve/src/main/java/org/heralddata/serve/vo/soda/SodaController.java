package org.heralddata.serve.vo.soda;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.table.Batch;
import org.heralddata.query.DataService;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.TableRef;
import org.heralddata.query.service.FirstRows;
import org.heralddata.query.service.Headers;
import org.heralddata.query.sky.RowFilter;
import org.heralddata.serve.vo.dali.RowsOut;
import org.heralddata.serve.vo.dali.Spool;
import org.heralddata.serve.vo.dali.VoFormats;
import org.heralddata.serve.vo.dali.VoParameters;
import org.heralddata.serve.vo.datalink.LinkId;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Parts of event lists. */
@Controller
class SodaController {
    private static final long DEFAULT_ROWS = 1_000_000;

    private final DataService data;
    private final VoFormats formats;

    SodaController(DataService data, VoFormats formats) {
        this.data = data;
        this.formats = formats;
    }

    @RequestMapping(
            path = "/soda/sync",
            method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST})
    void cut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        VoParameters asked = VoParameters.of(request);
        TableRef ref = ref(asked);
        CutOut cut = CutOut.parse(asked);
        VoFormats.Answer format = formats.answer(asked);
        long most = asked.count("MAXREC").orElse(DEFAULT_ROWS);
        Release release = data.release(ref);
        PublishedTable table = data.table(ref);
        String where = cut.where(table);
        try (RowStream all = rows(ref, table, cut, where, most)) {
            var rows = new FirstRows(all, most);
            Batch first = rows.next();
            if (first == null && !rows.left()) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                return;
            }
            response.setHeader("X-Herald-Release", release.name());
            var header = Headers.table(release, table, all.columns(), OptionalLong.empty(), where, release.software());
            send(format, header, first, rows, response);
        }
    }

    /** A format that has no place for it says in the header that rows are left out: then all is written before the header is. */
    private static void send(
            VoFormats.Answer format,
            TableHeader header,
            @Nullable Batch first,
            FirstRows rows,
            HttpServletResponse response)
            throws IOException {
        if (format.tellsOverflow()) {
            response.setContentType(format.mediaType());
            try (TableSink sink = format.writer().open(response.getOutputStream(), header)) {
                RowsOut.write(sink, first, rows::next, rows::left, response::isCommitted);
            }
            return;
        }
        try (var spool = new Spool(Path.of(System.getProperty("java.io.tmpdir")))) {
            try (TableSink sink = format.writer().open(spool, header)) {
                RowsOut.write(sink, first, rows::next, rows::left, () -> false);
            }
            response.setContentType(format.mediaType());
            if (rows.left()) {
                response.setHeader("X-Herald-Overflow", "true");
            }
            response.setContentLengthLong(spool.length());
            spool.copyTo(response.getOutputStream());
        }
    }

    private static TableRef ref(VoParameters asked) {
        String id = asked.one("ID")
                .orElseThrow(() -> VoParameters.missing("ID", "which table, such as collection/release/table"));
        return switch (LinkId.parse(id).orElse(null)) {
            case LinkId.OfTable(var collection, var release, var table) -> new TableRef(collection, table, release);
            case null, default -> throw VoParameters.bad("ID", id, "collection/release/table");
        };
    }

    /** A polygon is cut out here, of what lies around it. */
    private RowStream rows(TableRef ref, PublishedTable table, CutOut cut, String where, long most) {
        SkyShape shape = cut.shape().orElse(null);
        if (shape instanceof SkyShape.Polygon(var polygon)) {
            RowStream around = data.rows(ref, RowsRequest.where(where));
            return new RowFilter(
                    around,
                    String.valueOf(table.common().ra()),
                    String.valueOf(table.common().dec()),
                    polygon::contains);
        }
        return data.rows(ref, new RowsRequest(where, List.of(), List.of(), most + 1, 0));
    }
}
