package org.heralddata.serve.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.query.adql.AdqlEstimate;
import org.heralddata.query.adql.AdqlEstimate.Read;
import org.heralddata.serve.vo.tap.TapEstimate;
import org.heralddata.serve.vo.tap.TapEstimates.Foreseen;
import org.jspecify.annotations.Nullable;

/** What a query would read, give and take, as JSON. */
final class QueryEstimateJson {

    private QueryEstimateJson() {}

    static Map<String, Object> of(Foreseen foreseen) {
        TapEstimate estimate = foreseen.estimate();
        AdqlEstimate query = estimate.query();
        Map<String, Object> told = new LinkedHashMap<>();
        Map<String, @Nullable Object> rows = new LinkedHashMap<>();
        rows.put("exact", query.rows().isPresent() ? query.rows().getAsLong() : null);
        rows.put("most", known(query.most()));
        rows.put("maxrec", estimate.maxRows());
        rows.put("given", estimate.given());
        told.put("rows", rows);
        Map<String, Object> reads = new LinkedHashMap<>();
        reads.put("rows", query.rowsRead());
        reads.put("bytes", query.bytesRead());
        reads.put("tables", query.reads().stream().map(QueryEstimateJson::read).toList());
        told.put("reads", reads);
        told.put("firstRow", rounded(query.seconds()));
        Map<String, Object> formats = new LinkedHashMap<>();
        estimate.formats()
                .forEach((format, size) ->
                        formats.put(format, Map.of("bytes", size.bytes(), "seconds", rounded(size.seconds()))));
        told.put("formats", formats);
        told.put("queue", RequestProgress.queue(foreseen.place()));
        told.put("granted", foreseen.refusals().isEmpty());
        told.put("refusals", lines(foreseen.refusals()));
        told.put("advice", lines(estimate.advice()));
        return told;
    }

    private static Map<String, @Nullable Object> read(Read read) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        var release = read.release();
        told.put("table", read.name());
        told.put(
                "collection", release == null ? null : release.collection().id().value());
        told.put("release", release == null ? null : release.name());
        told.put("of", known(read.rows() < 0 ? Long.MAX_VALUE : read.rows()));
        told.put("rows", known(read.most()));
        told.put("bytes", read.bytes());
        told.put("columns", read.columns());
        told.put("cut", read.cut());
        return told;
    }

    private static @Nullable Long known(long rows) {
        return rows == Long.MAX_VALUE ? null : rows;
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }

    private static List<Map<String, Object>> lines(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(QueryEstimateJson::line).toList();
    }

    private static Map<String, Object> line(Diagnostic diagnostic) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", diagnostic.code().id());
        told.put("detail", diagnostic.message());
        if (diagnostic.help() != null) {
            told.put("help", diagnostic.help());
        }
        return told;
    }
}
