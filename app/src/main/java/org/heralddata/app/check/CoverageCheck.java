package org.heralddata.app.check;

import java.io.IOException;
import java.util.List;
import org.heralddata.model.coverage.MocSyntaxException;
import org.heralddata.model.coverage.MocText;

/** The map of the sky of each collection with cone searches (MOC 2.0). */
record CoverageCheck() implements VoCheck {

    @Override
    public CheckCode code() {
        return CheckCode.COVERAGE;
    }

    @Override
    public String name() {
        return "coverage maps";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        List<String> cones = node.harvest().accessUrls(ConesCheck.STANDARD);
        for (String collection : node.tables().collections()) {
            if (cones.stream().noneMatch(url -> url.contains("/scs/" + collection + "/"))) {
                continue;
            }
            found.looked();
            Reply reply = node.get("/api/v1/collections/%s/moc?format=ascii".formatted(collection));
            String help = "ingest the collection again: maps are made then";
            if (reply.status() != 200) {
                found.add(reply.url(), "the map has the status %d".formatted(reply.status()), help);
                continue;
            }
            try {
                found.require(
                        !MocText.readSpace(reply.text().strip()).isEmpty(), reply.url(), "the map is empty", help);
            } catch (MocSyntaxException broken) {
                found.add(reply.url(), "the map cannot be read: " + broken.getMessage(), help);
            }
        }
    }
}
