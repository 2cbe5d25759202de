package org.heralddata.serve.vo.tap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.adql.AdqlService;
import org.heralddata.query.adql.DescribedTable;
import org.heralddata.serve.vo.uws.UwsReply;
import org.heralddata.serve.xml.Xml;
import org.jspecify.annotations.Nullable;

/** What the service says of itself. Documents are kept for as long as the tables that they tell of are the same. Safe for many threads. */
final class TapDocuments {
    private final Supplier<AdqlService> adql;
    private final TapCapabilities capabilities;
    private final Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private volatile @Nullable Kept kept;

    /** Documents made of the same tables. */
    private record Kept(List<DescribedTable> of, Map<String, String> documents) {}

    /** @param adql of whoever asks */
    TapDocuments(Supplier<AdqlService> adql, TapCapabilities capabilities) {
        this.adql = adql;
        this.capabilities = capabilities;
    }

    UwsReply answer(TapRequest asked, ExamplesPage page) {
        List<String> more = asked.path();
        if (asked.resource().equals("tables") && more.size() == 1) {
            return UwsReply.xml(table(more.getFirst()));
        }
        return switch (more.isEmpty() ? asked.resource() : "none") {
            case "" -> new UwsReply.SeeOther(asked.base() + "/examples");
            case "capabilities" -> capabilities(asked);
            case "availability" -> UwsReply.xml(availability());
            case "tables" -> UwsReply.xml(tables(asked));
            case "examples" -> examples(asked, page);
            default ->
                throw new Refusal(
                        Diagnostic.error(TapCode.NO_ADDRESS, "TAP has nothing at `%s`".formatted(asked.resource()))
                                .helped("there are sync, async, tables, capabilities, availability and examples"));
        };
    }

    private UwsReply examples(TapRequest asked, ExamplesPage page) {
        return new UwsReply.Document(
                asked.wantsHtml() ? "text/html;charset=UTF-8" : "application/xhtml+xml;charset=UTF-8",
                kept("examples " + asked.base(), _ -> page.render(TapExamples.of(adql.get()), asked.base())));
    }

    UwsReply capabilities(TapRequest asked) {
        return UwsReply.xml(kept(
                "capabilities " + asked.base(),
                tables -> Xml.document(xml -> xml.element(
                        "vosi:capabilities",
                        all -> capabilities.elements(asked.base(), tables).forEach(one -> one.accept(all)),
                        "xmlns:vosi",
                        "http://www.ivoa.net/xml/VOSICapabilities/v1.0",
                        "xmlns:tr",
                        "http://www.ivoa.net/xml/TAPRegExt/v1.0",
                        "xmlns:vr",
                        "http://www.ivoa.net/xml/VOResource/v1.0",
                        "xmlns:vs",
                        "http://www.ivoa.net/xml/VODataService/v1.1",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance"))));
    }

    /** The same object for as long as there are the same tables. */
    Object tables() {
        return adql.get().tables(null);
    }

    List<Consumer<Xml>> capabilityElements(String base) {
        return capabilities.elements(base, adql.get().tables(null));
    }

    private String tables(TapRequest asked) {
        String detail = asked.tap().one("detail").orElse("max");
        if (!detail.equalsIgnoreCase("min") && !detail.equalsIgnoreCase("max")) {
            throw new Refusal(Diagnostic.error(TapCode.BAD_REQUEST, "detail cannot be `%s`".formatted(detail))
                    .helped("give min or max"));
        }
        boolean columns = detail.equalsIgnoreCase("max");
        return kept(
                columns ? "tables" : "tables min",
                tables -> VosiXml.tables(tables, ForeignKey.all(adql.get()), columns));
    }

    private String table(String name) {
        String wanted = name.replace("\"", "");
        List<DescribedTable> tables = adql.get().tables(null);
        return tables.stream()
                .filter(t -> t.table().qualifiedName().replace("\"", "").equalsIgnoreCase(wanted))
                .findFirst()
                .map(t -> VosiXml.table(t, ForeignKey.all(adql.get())))
                .orElseThrow(() ->
                        new Refusal(Diagnostic.error(TapCode.NO_TABLE, "there is no table `%s`".formatted(name))
                                .helped(Nearest.help(
                                        name,
                                        tables.stream()
                                                .map(t -> t.table().qualifiedName())
                                                .toList()))));
    }

    private String availability() {
        return Xml.document(xml -> xml.element(
                "vosi:availability",
                all -> {
                    all.text("vosi:available", "true");
                    all.text("vosi:upSince", since.toString());
                },
                "xmlns:vosi",
                "http://www.ivoa.net/xml/VOSIAvailability/v1.0"));
    }

    @SuppressWarnings("ReferenceEquality") // the service gives the same list as long as nothing has changed
    private String kept(String name, Function<List<DescribedTable>, String> made) {
        List<DescribedTable> tables = adql.get().tables(null);
        Kept known = kept;
        if (known == null || known.of() != tables || known.documents().size() > 100) {
            known = new Kept(tables, new ConcurrentHashMap<>());
            kept = known;
        }
        return known.documents().computeIfAbsent(name, _ -> made.apply(tables));
    }
}
