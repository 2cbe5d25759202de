package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.adql.AdqlColumn;
import org.heralddata.query.adql.AdqlQuery;
import org.heralddata.query.adql.AdqlService;
import org.heralddata.serve.vo.tap.TapService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells editors what is wrong with a query while it is being written. That it has mistakes is an answer, not a failure. */
@RestController
class AdqlController {
    private final ObjectProvider<TapService> tap;
    private final RequestReader reader;

    AdqlController(ObjectProvider<TapService> tap, RequestReader reader) {
        this.tap = tap;
        this.reader = reader;
    }

    @GetMapping(Api.CHECKED_ADQL)
    Map<String, Object> check(HttpServletRequest request) throws IOException {
        String query = reader.read(Api.ADQL_CHECK, request).needed(Parameter.QUERY);
        try {
            return answer(adql().check(AdqlQuery.of(query)), List.of());
        } catch (Refusal refusal) {
            if (!AdqlService.isOfQuery(refusal)) {
                throw refusal;
            }
            return answer(List.of(), refusal.diagnostics());
        }
    }

    @PostMapping(Api.CHECKED_ADQL)
    Map<String, Object> checkPosted(HttpServletRequest request) throws IOException {
        return check(request);
    }

    private AdqlService adql() {
        TapService service = tap.getIfAvailable();
        if (service == null) {
            throw new Refusal(Diagnostic.error(RestCode.NO_ADDRESS, "this server answers no queries in ADQL"));
        }
        return service.adql();
    }

    private static Map<String, Object> answer(List<AdqlColumn> columns, List<Diagnostic> mistakes) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("columns", columns.stream().map(AdqlController::column).toList());
        answer.put("errors", mistakes.stream().map(AdqlController::mistake).toList());
        return answer;
    }

    private static Map<String, Object> column(AdqlColumn described) {
        var column = described.column();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", column.name());
        told.put("type", column.type().label());
        told.put("shape", CatalogueJson.ColumnLine.shape(column.shape()));
        told.put("unit", column.unit());
        told.put("ucd", column.ucd());
        told.put("description", column.description());
        return told;
    }

    private static Map<String, Object> mistake(Diagnostic mistake) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", mistake.code().id());
        told.put("detail", mistake.message());
        told.put("label", mistake.label());
        told.put("help", mistake.help());
        if (mistake.location() instanceof Location.InQuery(var _, var start, var length)) {
            told.put("start", start);
            told.put("length", length);
        }
        return told;
    }
}
