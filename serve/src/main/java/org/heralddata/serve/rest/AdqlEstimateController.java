package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.vo.tap.TapEstimates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what a query would take before it runs. A query with mistakes is refused. */
@RestController
class AdqlEstimateController {
    private final ObjectProvider<TapEstimates> estimates;
    private final RequestReader reader;

    AdqlEstimateController(ObjectProvider<TapEstimates> estimates, RequestReader reader) {
        this.estimates = estimates;
        this.reader = reader;
    }

    @GetMapping(Api.ESTIMATED_ADQL)
    Map<String, Object> estimate(HttpServletRequest request) throws IOException {
        Asked asked = reader.read(Api.ADQL_ESTIMATE, request);
        TapEstimates tap = estimates.getIfAvailable();
        if (tap == null) {
            throw new Refusal(Diagnostic.error(RestCode.NO_ADDRESS, "this server answers no queries in ADQL"));
        }
        return QueryEstimateJson.of(tap.of(
                asked.needed(Parameter.QUERY), asked.text(Parameter.MAXREC).orElse(null), request.getRemoteAddr()));
    }

    @PostMapping(Api.ESTIMATED_ADQL)
    Map<String, Object> estimatePosted(HttpServletRequest request) throws IOException {
        return estimate(request);
    }
}
