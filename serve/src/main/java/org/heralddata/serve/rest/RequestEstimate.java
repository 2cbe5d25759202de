package org.heralddata.serve.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.jobs.request.RequestLimits.Allowance;
import org.heralddata.jobs.request.RequestUsage;
import org.heralddata.jobs.request.Requests;
import org.heralddata.jobs.request.Requests.Offer;
import org.heralddata.jobs.request.Requests.Orderer;
import org.heralddata.model.diagnostic.Diagnostic;

/** What an order would mean, cost and wait for, and whether it would be taken, as JSON. */
final class RequestEstimate {

    private RequestEstimate() {}

    static Map<String, Object> of(Offer offer, Orderer orderer, Requests requests) {
        Map<String, Object> told = RequestAnswers.of(offer);
        Map<String, Object> formats = new LinkedHashMap<>();
        offer.cost()
                .formats()
                .forEach((format, size) ->
                        formats.put(format, Map.of("bytes", size.bytes(), "seconds", size.seconds())));
        told.put("formats", formats);
        told.put("queue", RequestProgress.queue(requests.place(offer, orderer)));
        if (!orderer.isFree()) {
            told.put("quota", quota(requests.usage(orderer), requests.granted(orderer)));
        }
        List<Diagnostic> refusals = requests.refusals(offer, orderer);
        told.put("granted", refusals.isEmpty());
        told.put("refusals", refusals.stream().map(RequestEstimate::refusal).toList());
        return told;
    }

    private static Map<String, Object> quota(RequestUsage has, Allowance granted) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("active", Map.of("used", has.active(), "most", granted.active()));
        told.put("kept", Map.of("used", has.kept(), "most", granted.kept()));
        told.put("bytesKept", Map.of("used", has.keptBytes(), "most", granted.keptBytes()));
        told.put("bytesToday", Map.of("used", has.dayBytes(), "most", granted.dayBytes()));
        return told;
    }

    private static Map<String, Object> refusal(Diagnostic refusal) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", refusal.code().id());
        told.put("detail", refusal.message());
        if (refusal.help() != null) {
            told.put("help", refusal.help());
        }
        return told;
    }
}
