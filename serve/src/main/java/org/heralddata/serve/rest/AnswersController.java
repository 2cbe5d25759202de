package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.DataService;
import org.heralddata.query.Estimate;
import org.heralddata.query.Histogram;
import org.heralddata.query.HistogramSpec;
import org.heralddata.query.HistogramSpec.Scale;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.SkyMap;
import org.heralddata.query.TableRef;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Figures of a selection: how many, how they are distributed, where they are. Null where the client has the answer. */
@RestController
class AnswersController {
    private static final int BINS = 100;
    private static final int SKY_ORDER = 5;

    private final DataService data;
    private final RequestReader reader;

    AnswersController(DataService data, RequestReader reader) {
        this.data = data;
        this.reader = reader;
    }

    @RequestMapping(
            path = Api.TABLE_COUNT,
            method = {RequestMethod.GET, RequestMethod.POST})
    @Nullable
    Estimate count(
            @PathVariable("collection") String collection,
            @PathVariable("table") String table,
            HttpServletRequest request,
            ServletWebRequest exchange)
            throws IOException {
        Asked asked = reader.read(Api.COUNT, request);
        TableRef ref = asked.table(collection, table);
        if (Caching.isKnown(exchange, List.of(data.release(ref)), asked)) {
            return null;
        }
        return data.estimate(
                ref,
                new RowsRequest(
                        asked.where(),
                        asked.list(Parameter.COLUMNS),
                        List.of(),
                        asked.count(Parameter.LIMIT).orElse(null),
                        asked.count(Parameter.OFFSET).orElse(0L)));
    }

    @RequestMapping(
            path = Api.TABLE_HISTOGRAM,
            method = {RequestMethod.GET, RequestMethod.POST})
    @Nullable
    Object histogram(
            @PathVariable("collection") String collection,
            @PathVariable("table") String table,
            HttpServletRequest request,
            ServletWebRequest exchange)
            throws IOException {
        Asked asked = reader.read(Api.HISTOGRAM, request);
        TableRef ref = asked.table(collection, table);
        if (Caching.isKnown(exchange, List.of(data.release(ref)), asked)) {
            return null;
        }
        HistogramSpec x =
                axis(asked, ref, Parameter.COLUMN, Parameter.BINS, Parameter.MIN, Parameter.MAX, Parameter.SCALE);
        if (asked.text(Parameter.COLUMN2).isEmpty()) {
            return HistogramJson.of(
                    data.histograms(ref, asked.where(), List.of(x)).getFirst());
        }
        HistogramSpec y =
                axis(asked, ref, Parameter.COLUMN2, Parameter.BINS2, Parameter.MIN2, Parameter.MAX2, Parameter.SCALE2);
        return Histogram2dJson.of(data.histogram2d(ref, asked.where(), x, y));
    }

    private HistogramSpec axis(
            Asked asked,
            TableRef ref,
            Parameter column,
            Parameter bins,
            Parameter min,
            Parameter max,
            Parameter scale) {
        String name = asked.needed(column);
        boolean time = data.table(ref)
                .column(name)
                .map(c -> c.type() == ColumnType.TIMESTAMP)
                .orElse(false);
        return new HistogramSpec(
                name, asked.small(bins, BINS), asked.edge(min, time), asked.edge(max, time), scale(asked, scale));
    }

    private static Scale scale(Asked asked, Parameter parameter) {
        String written = asked.text(parameter).orElse("linear");
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "linear", "lin" -> Scale.LINEAR;
            case "log" -> Scale.LOG;
            default -> throw Asked.bad(parameter, written, "`linear` or `log`");
        };
    }

    @RequestMapping(
            path = Api.TABLE_SKY,
            method = {RequestMethod.GET, RequestMethod.POST})
    @Nullable
    SkyMap sky(
            @PathVariable("collection") String collection,
            @PathVariable("table") String table,
            HttpServletRequest request,
            ServletWebRequest exchange)
            throws IOException {
        Asked asked = reader.read(Api.SKY, request);
        TableRef ref = asked.table(collection, table);
        if (Caching.isKnown(exchange, List.of(data.release(ref)), asked)) {
            return null;
        }
        return data.skyMap(ref, asked.where(), asked.small(Parameter.SKY_ORDER, SKY_ORDER));
    }

    /** A histogram with its axis beside its counts. */
    record HistogramJson(
            String column,
            String unit,
            int bins,
            @Nullable Double min,
            @Nullable Double max,
            String scale,
            List<Double> edges,
            List<Long> counts,
            long under,
            long over,
            long nulls) {
        static HistogramJson of(Histogram h) {
            return new HistogramJson(
                    h.axis().column(),
                    h.unit(),
                    h.axis().bins(),
                    h.axis().min(),
                    h.axis().max(),
                    h.axis().scale().name().toLowerCase(Locale.ROOT),
                    h.edges(),
                    h.counts(),
                    h.under(),
                    h.over(),
                    h.nulls());
        }
    }

    /** A 2-D histogram; {@code counts} has a list a bin of the horizontal axis. */
    record Histogram2dJson(
            String column,
            String column2,
            String unit,
            String unit2,
            List<Double> edges,
            List<Double> edges2,
            List<List<Long>> counts,
            long outside,
            long nulls) {
        static Histogram2dJson of(org.heralddata.query.Histogram2d h) {
            return new Histogram2dJson(
                    h.x().column(),
                    h.y().column(),
                    h.xUnit(),
                    h.yUnit(),
                    h.xEdges(),
                    h.yEdges(),
                    h.counts(),
                    h.outside(),
                    h.nulls());
        }
    }
}
