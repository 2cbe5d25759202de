package org.heralddata.query.service;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.selection.Cut;
import org.heralddata.query.Count;
import org.heralddata.query.Estimate;
import org.heralddata.query.Export;
import org.heralddata.query.ExportForm;
import org.heralddata.query.Histogram;
import org.heralddata.query.Histogram2d;
import org.heralddata.query.HistogramSpec;
import org.heralddata.query.QueryCode;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.SkyMap;
import org.heralddata.query.TableRef;
import org.heralddata.query.cube.CubeQuestion;
import org.heralddata.query.cube.PackedCubes;
import org.heralddata.query.cuts.CutSchema;
import org.heralddata.query.cuts.CutText;
import org.heralddata.query.cuts.Cuts;
import org.heralddata.query.engine.Engine;
import org.heralddata.query.engine.Source;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableWriter;

/** Answers what is asked of one table, as one viewer may see it. */
record TableQuestions(Lookup lookup, Shared shared) {
    private static final int MAX_SKY_ORDER = 10;

    /** Cubes of so many rows take more than a second. */
    private static final long CUBES_TAKE_LONG = 10_000_000;

    /** A question's table and cut, both looked up. */
    private record Asked(Release release, Source source, Cut cut) {
        Answers.Question question(Object what) {
            return new Answers.Question(
                    release.collection().id(), release.name(), source.table().name(), cut, what);
        }
    }

    private Asked asked(TableRef ref, String where) {
        Release release = lookup.release(ref);
        Source source = lookup.source(release, ref.table());
        return new Asked(release, source, Cuts.read(where, CutSchema.of(source.table())));
    }

    Count count(TableRef ref, String where) {
        return count(asked(ref, where));
    }

    private Count count(Asked asked) {
        return shared.answers()
                .of(
                        asked.question("count"),
                        Count.class,
                        () -> new Count(
                                shared.engine().count(asked.source, asked.cut),
                                asked.source.table().rows()));
    }

    Estimate estimate(TableRef ref, RowsRequest request) {
        Asked asked = asked(ref, request.where());
        Engine.Row row = RowsPlan.row(asked.source.table(), request);
        Count count = count(asked);
        long rows = RowsPlan.rows(count.rows(), request);
        TableHeader header = header(asked, row, rows);
        return new Estimate(rows, count.of(), shared.exports().sizes(header, rows));
    }

    private TableHeader header(Asked asked, Engine.Row row, long rows) {
        return Headers.table(
                asked.release,
                asked.source.table(),
                row.columns(),
                OptionalLong.of(rows),
                CutText.of(asked.cut),
                shared.software());
    }

    /** Wraps a list, so that the cache can tell its type. */
    private record HistogramList(List<Histogram> histograms) {}

    List<Histogram> histograms(TableRef ref, String where, List<HistogramSpec> specs) {
        Asked asked = asked(ref, where);
        specs.forEach(
                spec -> Lookup.column(asked.source.table(), spec.column())); // before an answer to others is looked up
        return shared.answers()
                .of(
                        asked.question(List.copyOf(specs)),
                        HistogramList.class,
                        () -> new HistogramList(new Histograms(shared.engine()).count(asked.source, asked.cut, specs)))
                .histograms();
    }

    Histogram2d histogram2d(TableRef ref, String where, HistogramSpec x, HistogramSpec y) {
        Asked asked = asked(ref, where);
        List.of(x, y).forEach(spec -> Lookup.column(asked.source.table(), spec.column()));
        record Pair(HistogramSpec x, HistogramSpec y) {}
        return shared.answers()
                .of(
                        asked.question(new Pair(x, y)),
                        Histogram2d.class,
                        () -> new Histograms(shared.engine()).count(asked.source, asked.cut, x, y));
    }

    SkyMap skyMap(TableRef ref, String where, int order) {
        checkOrder(order);
        Asked asked = asked(ref, where);
        Directions.require(asked.source.table());
        record Order(int order) {}
        return shared.answers().of(asked.question(new Order(order)), SkyMap.class, () -> {
            Engine.Cells cells = shared.engine().skyMap(asked.source, asked.cut, order);
            Events.checkCells(cells.cells().size());
            return new SkyMap(order, cells.cells(), cells.counts(), cells.nulls(), List.of());
        });
    }

    PackedCubes cubes(TableRef ref, CubeQuestion question) {
        Source source = asked(ref, question.where()).source;
        PublishedTable table = source.table();
        CutSchema schema = CutSchema.of(table);
        CubePlan plan = CubePlan.of(table, question, where -> Cuts.read(where, schema));
        Supplier<PackedCubes> answer = () -> PackedCubes.of(
                shared.engine().cubes(source, plan.active(), plan.views(), plan.cuts(), question.sampled()),
                CubePlan.words(table));
        return source.identity().isEmpty()
                ? answer.get()
                : shared.cubes()
                        .of(
                                source.identity() + '\n' + question.sampled() + '\n' + plan,
                                !question.sampled() && table.rows() > CUBES_TAKE_LONG,
                                answer);
    }

    static void checkOrder(int order) {
        if (order < 0 || order > MAX_SKY_ORDER) {
            throw new Refusal(Diagnostic.error(
                    QueryCode.BAD_REQUEST,
                    "a sky map has an order from 0 to %d, not %d".formatted(MAX_SKY_ORDER, order)));
        }
    }

    RowStream rows(TableRef ref, RowsRequest request) {
        Asked asked = asked(ref, request.where());
        return rows(asked, RowsPlan.row(asked.source.table(), request), request);
    }

    private RowStream rows(Asked asked, Engine.Row row, RowsRequest request) {
        if (!FewRows.areAsked(request)) {
            return read(asked, row, request);
        }
        return shared
                .answers()
                .of(
                        asked.question(new FewRows.Asked(row, request)),
                        FewRows.class,
                        () -> FewRows.of(read(asked, row, request)),
                        FewRows::areSmall)
                .stream();
    }

    private RowStream read(Asked asked, Engine.Row row, RowsRequest request) {
        if (request.anyOrder() && request.order().isEmpty() && request.offset() == 0) {
            return shared.engine().rowsInAnyOrder(asked.source, asked.cut, row, request.limit());
        }
        return shared.engine().rows(asked.source, asked.cut, row, request.order(), request.limit(), request.offset());
    }

    Export export(TableRef ref, RowsRequest request, ExportForm form) {
        TableWriter writer = shared.exports().writer(form);
        Asked asked = asked(ref, request.where());
        Engine.Row row = RowsPlan.row(asked.source.table(), request);
        long rows = RowsPlan.rows(count(asked).rows(), request);
        String name = "%s-%s-%s".formatted(asked.release.collection().id(), ref.table(), asked.release.name());
        return shared.exports().of(form, writer, header(asked, row, rows), name, rows(asked, row, request));
    }
}
