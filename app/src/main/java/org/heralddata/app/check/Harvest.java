package org.heralddata.app.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * All records of a metadata prefix, walked through with resumption tokens (OAI-PMH 2.0, section 3.5).
 *
 * @param pages   the answers
 * @param records all of them, deleted ones too
 */
record Harvest(List<Reply> pages, List<Element> records) {
    private static final int MOST_PAGES = 10_000;

    static Harvest of(RemoteNode node, String prefix) throws IOException, InterruptedException {
        List<Reply> pages = new ArrayList<>();
        List<Element> records = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        String next = "/oai?" + RemoteNode.form("verb=ListRecords", "metadataPrefix=" + prefix);
        while (!next.isEmpty() && pages.size() < MOST_PAGES) {
            Reply page = node.get(next).good();
            Element root = Markup.parse(page);
            for (Element error : Markup.children(root, "error")) {
                throw new Unsound(page.url(), "%s: %s".formatted(error.getAttribute("code"), error.getTextContent()));
            }
            pages.add(page);
            records.addAll(Markup.all(root, "record"));
            List<Element> token = Markup.all(root, "resumptionToken");
            String text =
                    token.isEmpty() ? "" : token.getFirst().getTextContent().strip();
            if (!text.isEmpty() && !tokens.add(text)) {
                throw new Unsound(page.url(), "the resumption token `%s` leads back to itself".formatted(text));
            }
            next = text.isEmpty() ? "" : "/oai?" + RemoteNode.form("verb=ListRecords", "resumptionToken=" + text);
        }
        return new Harvest(pages, records);
    }

    /** Those that are not deleted. */
    List<Element> living() {
        return records.stream()
                .filter(record -> Markup.children(record, "header").stream()
                        .noneMatch(h -> h.getAttribute("status").equals("deleted")))
                .toList();
    }

    /** Addresses of interfaces of all capabilities of a standard. */
    List<String> accessUrls(String standard) {
        List<String> urls = new ArrayList<>();
        for (Element record : living()) {
            for (Element capability : Markup.all(record, "capability")) {
                if (capability.getAttribute("standardID").equalsIgnoreCase(standard)) {
                    Markup.all(capability, "accessURL")
                            .forEach(u -> urls.add(u.getTextContent().strip()));
                }
            }
        }
        return urls.stream().distinct().toList();
    }
}
