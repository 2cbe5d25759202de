package org.heralddata.serve.vo.tap;

import java.util.List;
import org.heralddata.serve.xml.Xml;

/** The examples as a page for people and programs: XHTML with RDFa Lite (DALI 1.1, section 2.3; TAP 1.1, section 2.1). */
final class ExamplesPage {

    private ExamplesPage() {}

    /** @param base address of the service without the last slash */
    static String render(List<TapExample> examples, String base) {
        return Xml.document(xml -> xml.element(
                "html",
                html -> {
                    html.element("head", head -> {
                        head.text("title", "TAP examples · Herald");
                        head.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
                        for (String sheet : List.of("tokens", "base", "pages")) {
                            head.empty("link", "rel", "stylesheet", "href", "/css/" + sheet + ".css");
                        }
                        head.empty("link", "rel", "icon", "href", "/img/mark.svg", "type", "image/svg+xml");
                    });
                    html.element("body", body -> body(body, examples, base));
                },
                "xmlns",
                "http://www.w3.org/1999/xhtml",
                "lang",
                "en"));
    }

    private static void body(Xml body, List<TapExample> examples, String base) {
        body.element(
                "header",
                header -> header.element(
                        "div",
                        wrap -> {
                            wrap.text("a", "Herald", "class", "brand", "href", "/");
                            wrap.element(
                                    "nav",
                                    nav -> {
                                        nav.text("a", "Collections", "href", "/");
                                        nav.text("a", "All events", "href", "/events");
                                        nav.text("a", "API & about", "href", "/about");
                                    },
                                    "class",
                                    "site-nav");
                        },
                        "class",
                        "wrap"),
                "class",
                "site-head");
        body.element(
                "main",
                main -> main.element("div", wrap -> content(wrap, examples, base), "class", "wrap"),
                "id",
                "main");
    }

    private static void content(Xml xml, List<TapExample> examples, String base) {
        xml.text("h1", "Query with TAP");
        xml.element("p", p -> {
            p.characters(
                    "All tables can be queried in ADQL, by TOPCAT, pyvo, STILTS and any other client of the Virtual Observatory, at ");
            p.text("code", base);
            p.characters(". These queries were made from the tables that are here now.");
        });
        xml.element(
                "div",
                list -> examples.forEach(example -> example(list, example, base)),
                "vocab",
                "http://www.ivoa.net/rdf/examples#");
    }

    private static void example(Xml xml, TapExample example, String base) {
        xml.element(
                "section",
                one -> {
                    one.text("h2", example.title(), "property", "name");
                    one.element("p", p -> {
                        p.characters(example.text() + " Table: ");
                        p.text("code", example.table(), "property", "table");
                    });
                    one.element("pre", pre -> pre.text("code", example.query(), "property", "query"));
                    one.element(
                            "p",
                            p -> p.text(
                                    "a",
                                    "Run it",
                                    "href",
                                    base + "/sync?LANG=ADQL&FORMAT=html&MAXREC=200&QUERY=" + encoded(example.query())));
                },
                "typeof",
                "example",
                "id",
                example.id(),
                "resource",
                "#" + example.id());
    }

    private static String encoded(String query) {
        return java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
    }
}
