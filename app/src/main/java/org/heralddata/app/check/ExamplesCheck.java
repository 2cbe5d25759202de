package org.heralddata.app.check;

import java.io.IOException;
import java.util.List;
import org.w3c.dom.Element;

/** DALI 1.1, section 2.3: the page is XHTML, and each query on it runs. */
record ExamplesCheck() implements VoCheck {

    @Override
    public CheckCode code() {
        return CheckCode.EXAMPLES;
    }

    @Override
    public String name() {
        return "examples";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        Reply page = node.get("/tap/examples").good();
        List<Element> queries = Markup.all(Markup.parse(page), "*").stream()
                .filter(e -> e.getAttribute("property").equals("query"))
                .toList();
        found.require(
                !queries.isEmpty(),
                page.url(),
                "there are no examples",
                "ingest a collection: they are made of tables");
        for (Element query : queries) {
            String adql = query.getTextContent();
            Reply reply = node.sync("RESPONSEFORMAT=votable/td", "MAXREC=5", "QUERY=" + adql);
            found.looked();
            if (reply.status() != 200 || VoTable.of(reply).status().equals("ERROR")) {
                found.add(
                        page.url(),
                        "this example fails with the status %d: %s".formatted(reply.status(), adql),
                        "report it with the query");
            }
        }
    }
}
