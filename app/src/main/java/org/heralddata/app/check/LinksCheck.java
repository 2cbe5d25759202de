package org.heralddata.app.check;

import java.io.IOException;
import java.util.List;

/** DataLink 1.1 behind {@code access_url}: its columns, one thing a row, and the first file can be had. */
record LinksCheck() implements VoCheck {
    private static final List<String> COLUMNS = List.of(
            "ID",
            "access_url",
            "service_def",
            "error_message",
            "description",
            "semantics",
            "content_type",
            "content_length");
    private static final String HELP = "clients follow access_url of ivoa.obscore to here: report it with the address";

    @Override
    public CheckCode code() {
        return CheckCode.LINKS;
    }

    @Override
    public String name() {
        return "DataLink";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        VoTable observations = node.query("SELECT TOP 20 access_url FROM ivoa.obscore");
        for (List<String> observation : observations.rows()) {
            VoTable links = VoTable.of(node.get(observation.getFirst()).good());
            found.looked();
            for (String column : COLUMNS) {
                found.require(
                        links.index(column) >= 0, links.url(), "the column `%s` is missing".formatted(column), HELP);
            }
            found.require(!links.rows().isEmpty(), links.url(), "there are no links", HELP);
            for (List<String> row : links.rows()) {
                link(links, row, found);
            }
            reach(node, links, found);
        }
    }

    private static void link(VoTable links, List<String> row, Findings found) {
        long things = List.of("access_url", "service_def", "error_message").stream()
                .filter(column -> !links.cell(row, column).isEmpty())
                .count();
        found.require(
                things == 1,
                links.url(),
                "a row has %d of access_url, service_def and error_message instead of one: %s".formatted(things, row),
                HELP);
        found.require(
                links.cell(row, "error_message").isEmpty(),
                links.url(),
                "a link is an error: " + links.cell(row, "error_message"),
                "are the files of the release there? `herald verify` tells");
        found.require(
                links.cell(row, "semantics").startsWith("#")
                        || links.cell(row, "semantics").startsWith("http"),
                links.url(),
                "`%s` is no term of the vocabulary of DataLink".formatted(links.cell(row, "semantics")),
                HELP);
    }

    private static void reach(RemoteNode node, VoTable links, Findings found) throws IOException, InterruptedException {
        for (List<String> row : links.rows()) {
            if (links.cell(row, "semantics").equals("#this")
                    && !links.cell(row, "access_url").isEmpty()) {
                Reply file = node.get(links.cell(row, "access_url"), "Range", "bytes=0-99");
                found.require(
                        file.status() < 300,
                        file.url(),
                        "the file of a link is answered with the status %d".formatted(file.status()),
                        "is the file there? `herald verify` tells; is `node.url` right?");
                return;
            }
        }
    }
}
