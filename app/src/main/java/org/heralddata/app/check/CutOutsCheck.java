package org.heralddata.app.check;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** SODA 1.0: of each table with positions the surroundings of a row, and an error. */
record CutOutsCheck() implements VoCheck {
    private static final String PATH = "/soda/sync?";

    /** Observations within tables and files have longer identifiers, or other ones. */
    private static final Pattern TABLE = Pattern.compile("[^/]+/(?!file/|files/)[^/]+/[^/]+");

    @Override
    public CheckCode code() {
        return CheckCode.CUTOUTS;
    }

    @Override
    public String name() {
        return "cut-outs";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        VoTable observations = node.query(
                "SELECT obs_publisher_did, s_ra, s_dec, s_fov FROM ivoa.obscore WHERE s_ra IS NOT NULL AND s_fov IS NOT NULL");
        for (List<String> observation : observations.rows()) {
            String did = observation.getFirst();
            String id = did.substring(did.indexOf('?') + 1);
            if (!TABLE.matcher(id).matches()) {
                continue;
            }
            found.looked();
            double radius = Math.min(180, Double.parseDouble(observation.get(3)) / 2 + 0.1);
            String circle = "%s %s %s".formatted(observation.get(1), observation.get(2), radius);
            Reply part =
                    node.get(PATH + RemoteNode.form("ID=" + id, "CIRCLE=" + circle, "MAXREC=5", "RESPONSEFORMAT=csv"));
            found.require(
                    part.status() == 200 && part.text().lines().count() > 1,
                    part.url(),
                    "the circle around all of the table has no rows (status %d)".formatted(part.status()),
                    "is the coverage of the release right? ingest the collection again");
            Reply wrong = node.get(PATH + RemoteNode.form("ID=" + id, "CIRCLE=nowhere"));
            found.require(
                    wrong.status() == 400 && wrong.text().startsWith("UsageError"),
                    wrong.url(),
                    "a mistake is answered with the status %d and not as a UsageError".formatted(wrong.status()),
                    "does a proxy put its own page in place of errors?");
        }
    }
}
