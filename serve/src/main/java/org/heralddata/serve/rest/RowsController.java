package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.DataService;
import org.heralddata.query.Export;
import org.heralddata.query.ExportForm;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.RowsRequest.Order;
import org.heralddata.query.TableRef;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Rows of a table, all that pass, as they come. */
@RestController
class RowsController {
    private final DataService data;
    private final RequestReader reader;

    RowsController(DataService data, RequestReader reader) {
        this.data = data;
        this.reader = reader;
    }

    @RequestMapping(
            path = Api.TABLE_ROWS,
            method = {RequestMethod.GET, RequestMethod.POST})
    void rows(
            @PathVariable("collection") String collection,
            @PathVariable("table") String table,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Asked asked = reader.read(Api.ROWS, request);
        TableRef ref = asked.table(collection, table);
        Release release = data.release(ref);
        if (Caching.isKnown(new ServletWebRequest(request, response), List.of(release), asked)) {
            return;
        }
        ExportForm form = Downloads.form(asked, request);
        var rows = new RowsRequest(
                asked.where(),
                asked.list(Parameter.COLUMNS),
                asked.list(Parameter.ORDER).stream().map(RowsController::order).toList(),
                asked.count(Parameter.LIMIT).orElse(null),
                asked.count(Parameter.OFFSET).orElse(0L));
        try (Export export = data.export(new TableRef(ref.collection(), table, release.name()), rows, form)) {
            response.setHeader(
                    HttpHeaders.LINK,
                    "</api/v1/collections/%s/tables/%s>; rel=\"describedby\", </collections/%1$s>; rel=\"collection\""
                            .formatted(ref.collection(), table));
            response.setHeader("X-Herald-Release", release.name());
            Downloads.send(export, form.format(), request, response);
        }
    }

    private static Order order(String written) {
        return written.startsWith("-") ? new Order(written.substring(1), true) : new Order(written, false);
    }
}
