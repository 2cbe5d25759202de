package org.heralddata.serve.vo.tap;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * What a request or a job asks, checked as far as it can be without the data (TAP 1.1, section 2.7).
 *
 * @param adql    not yet parsed
 * @param maxRows rows that the answer may have
 * @param site    address of the server as whoever asks sees it, without the last slash; empty for its own
 */
record TapQuery(String adql, long maxRows, TapFormat format, List<UploadName> uploads, String site) {

    /** Names and IVOA identifiers of the language, without version. */
    private static final Set<String> LANGUAGES = Set.of(
            "ADQL",
            "ADQL-2.0",
            "ADQL-2.1",
            "IVO://IVOA.NET/STD/ADQL",
            "IVO://IVOA.NET/STD/ADQL#V2.0",
            "IVO://IVOA.NET/STD/ADQL#V2.1");

    /** What of a job says which {@link #site} it was asked of. */
    static final String SITE = "HERALD_SITE";

    static TapQuery parse(TapParameters asked, TapFormats formats, TapSettings settings) {
        asked.one("REQUEST").ifPresent(request -> {
            if (!request.strip().equalsIgnoreCase("doQuery")) {
                throw new Refusal(Diagnostic.error(TapCode.BAD_REQUEST, "REQUEST cannot be `%s`".formatted(request))
                        .helped("leave it out, or give doQuery"));
            }
        });
        asked.one("LANG").ifPresent(language -> {
            if (!LANGUAGES.contains(language.strip().toUpperCase(Locale.ROOT))) {
                throw new Refusal(
                        Diagnostic.error(TapCode.NO_LANGUAGE, "queries in `%s` are not understood".formatted(language))
                                .helped("LANG is ADQL, ADQL-2.0 or ADQL-2.1"));
            }
        });
        String adql = asked.one("QUERY")
                .orElseThrow(() -> new Refusal(Diagnostic.error(TapCode.NO_QUERY, "the parameter QUERY is missing")
                        .helped("give a query in ADQL: QUERY=SELECT TOP 10 * FROM …")));
        return new TapQuery(
                adql,
                asked.one("MAXREC").map(text -> rows(text, settings)).orElse(settings.defaultRows()),
                formats.find(asked.one("RESPONSEFORMAT").or(() -> asked.one("FORMAT"))),
                UploadName.parse(asked.values("UPLOAD"), settings.uploads()),
                asked.one(SITE).orElse(""));
    }

    private static long rows(String text, TapSettings settings) {
        try {
            long rows = Long.parseLong(text.strip());
            if (rows >= 0) {
                return Math.min(rows, settings.maxRows());
            }
        } catch (NumberFormatException unreadable) {
            throw bad(text);
        }
        throw bad(text);
    }

    private static Refusal bad(String text) {
        return new Refusal(Diagnostic.error(TapCode.BAD_MAXREC, "MAXREC cannot be `%s`".formatted(text))
                .helped("give a whole number, 0 or more"));
    }
}
