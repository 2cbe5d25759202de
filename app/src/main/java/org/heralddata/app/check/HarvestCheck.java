package org.heralddata.app.check;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** OAI-PMH 2.0 as a registry harvests it: Identify, all records of both formats page by page, an error. */
record HarvestCheck() implements VoCheck {
    private static final String HELP = "registries will drop the node: report it with the answer";

    @Override
    public CheckCode code() {
        return CheckCode.HARVEST;
    }

    @Override
    public String name() {
        return "harvest of the registry";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        Reply identify = node.get("/oai?verb=Identify").good();
        XmlSchemas.check(identify, found);
        found.require(
                !Markup.all(Markup.parse(identify), "baseURL").isEmpty(),
                identify.url(),
                "Identify does not tell the baseURL",
                HELP);
        walk(node.harvest(), found);
        walk(Harvest.of(node, "oai_dc"), found);
        Reply wrong = node.get("/oai?verb=Sing");
        List<Element> errors = Markup.all(Markup.parse(wrong), "error");
        found.require(
                errors.size() == 1 && errors.getFirst().getAttribute("code").equals("badVerb"),
                wrong.url(),
                "an unknown verb is not answered with the error badVerb",
                HELP);
    }

    private static void walk(Harvest harvest, Findings found) throws IOException {
        Set<String> seen = new HashSet<>();
        for (Reply page : harvest.pages()) {
            XmlSchemas.check(page, found);
        }
        String url = harvest.pages().getFirst().url();
        found.require(!harvest.records().isEmpty(), url, "there are no records", "not even the node's own: report it");
        for (Element record : harvest.records()) {
            found.looked();
            List<Element> header = Markup.children(record, "header");
            String id = header.isEmpty() ? "" : Markup.text(header.getFirst(), "identifier");
            found.require(!id.isEmpty() && seen.add(id), url, "the record `%s` comes twice".formatted(id), HELP);
        }
    }
}
