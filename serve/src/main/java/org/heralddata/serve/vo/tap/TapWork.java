package org.heralddata.serve.vo.tap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.Estimate;
import org.heralddata.query.adql.AdqlAnswer;
import org.heralddata.query.adql.AdqlColumn;
import org.heralddata.query.adql.AdqlEstimate;
import org.heralddata.query.adql.AdqlQuery;
import org.heralddata.query.adql.AdqlService;
import org.heralddata.query.adql.UploadedTable;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableHeader;

/** Runs queries, for both kinds of requests. Safe for many threads. */
final class TapWork {
    private final AdqlService adql;
    private final DataService data;
    private final TapAdvice advice;
    private final Formats formats;
    private final Supplier<String> own;
    private final TapSettings settings;
    private final UploadFetcher fetcher;

    /**
     * @param data    tells how large answers are, whoever asks
     * @param own     address of the server without the last slash, as it is in tables
     * @param jobTime that a job may run; zero for no limit
     */
    TapWork(
            AdqlService adql,
            DataService data,
            Formats formats,
            Supplier<String> own,
            TapSettings settings,
            Duration jobTime) {
        this.adql = adql;
        this.data = data;
        advice = new TapAdvice(settings.maxRows(), settings.syncTime(), jobTime);
        this.formats = formats;
        this.own = own;
        this.settings = settings;
        fetcher = new UploadFetcher(settings);
    }

    /**
     * What a query without uploads would take.
     *
     * @param viewer   whose rights it has
     * @param counting whether rows may be counted where that is soon done; else nothing is run
     */
    TapEstimate estimate(TapQuery query, Viewer viewer, boolean counting) {
        AdqlEstimate found = adql.as(viewer)
                .estimate(new AdqlQuery(query.adql(), null, query.maxRows(), settings.syncTime(), List.of()), counting);
        var header = new TableHeader(
                "result",
                "",
                OptionalLong.empty(),
                found.columns().stream().map(AdqlColumn::column).toList(),
                new LinkedHashMap<>());
        SequencedMap<String, Estimate.Size> formats = new LinkedHashMap<>();
        data.sizes(header, Math.min(query.maxRows(), found.expected()))
                .forEach((format, size) ->
                        formats.put(format, new Estimate.Size(size.bytes(), found.seconds() + size.seconds())));
        double least = formats.values().stream()
                .mapToDouble(Estimate.Size::seconds)
                .min()
                .orElse(found.seconds());
        return new TapEstimate(found, query.maxRows(), formats, advice.of(found, query.maxRows(), least));
    }

    /** Where the parts of a request are. */
    interface Parts {
        /** Copies a part to a file; refuses if there is none of the name. {@link UploadEnding} of the part. */
        String copy(String part, Path to) throws IOException;
    }

    /** What is done with the rows. */
    interface Use {
        void of(AnswerRows rows) throws IOException;
    }

    /**
     * @param viewer  whose rights it has
     * @param timeOut of the engine until the first row, and between batches
     */
    void run(TapQuery query, Viewer viewer, Duration timeOut, Parts parts, Use use)
            throws IOException, InterruptedException {
        if (query.uploads().isEmpty()) {
            ask(query, viewer, timeOut, List.of(), Set.of(), use);
            return;
        }
        List<UploadedTable> tables = new ArrayList<>();
        Set<String> ascii = new HashSet<>();
        try {
            for (UploadName upload : query.uploads()) {
                UploadedFile.Kept kept = upload(upload, parts);
                tables.add(kept.table());
                ascii.addAll(kept.ascii());
            }
            ask(query, viewer, timeOut, tables, ascii, use);
        } finally {
            tables.forEach(UploadedTable::close);
        }
    }

    private UploadedFile.Kept upload(UploadName upload, Parts parts) throws IOException, InterruptedException {
        Files.createDirectories(settings.temporary());
        Path come = Files.createTempFile(settings.temporary(), "upload", null);
        Path file = come;
        try {
            String ending = upload.isInline() ? parts.copy(upload.part(), come) : fetcher.fetch(upload.uri(), come);
            file = Files.move(come, come.resolveSibling(come.getFileName() + ending));
            return new UploadedFile(upload.table(), file).read(adql, formats, settings);
        } finally {
            Files.deleteIfExists(come);
            Files.deleteIfExists(file);
        }
    }

    /** @param ascii columns of uploads that stay texts of ASCII in the answer */
    private void ask(
            TapQuery query, Viewer viewer, Duration timeOut, List<UploadedTable> uploads, Set<String> ascii, Use use)
            throws IOException {
        try (AdqlAnswer answer =
                adql.as(viewer).ask(new AdqlQuery(query.adql(), null, query.maxRows(), timeOut, uploads))) {
            String known = own.get();
            String seen = query.site().isEmpty() ? known : query.site();
            use.of(new AnswerRows(query, answer, ascii, new SeenAddresses(known, seen)));
        }
    }

    static Refusal noPart(String part) {
        return new Refusal(Diagnostic.error(TapCode.BAD_UPLOAD, "the request has no part named `%s`".formatted(part))
                .helped("send it as multipart/form-data, with a file of that name"));
    }
}
