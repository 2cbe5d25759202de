package org.heralddata.app.check;

import java.io.IOException;

/** DALI 1.1, sections 3.4.4 and 4.4.1: MAXREC is kept, and what is left out is told. */
record LimitsCheck() implements VoCheck {
    private static final String QUERY = "QUERY=SELECT table_name FROM tap_schema.tables";
    private static final String HELP = "users would take a part for the whole: report it";

    @Override
    public CheckCode code() {
        return CheckCode.LIMITS;
    }

    @Override
    public String name() {
        return "MAXREC and overflow";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        VoTable none = asked(node, "0", found);
        found.require(
                none.rows().isEmpty() && !none.fields().isEmpty(),
                none.url(),
                "MAXREC=0 gives %d columns and %d rows instead of columns alone"
                        .formatted(none.fields().size(), none.rows().size()),
                HELP);
        VoTable cut = asked(node, "1", found);
        found.require(
                cut.rows().size() == 1 && cut.status().equals("OVERFLOW"),
                cut.url(),
                "MAXREC=1 gives %d rows and QUERY_STATUS `%s` instead of OVERFLOW"
                        .formatted(cut.rows().size(), cut.status()),
                HELP);
        VoTable all = asked(node, "100000", found);
        found.require(
                !all.status().equals("OVERFLOW"), all.url(), "a whole answer has the QUERY_STATUS OVERFLOW", HELP);
        Reply csv = node.sync("RESPONSEFORMAT=csv", "MAXREC=1", QUERY);
        found.looked();
        found.require(
                csv.header("X-Herald-Overflow").equals("true"),
                csv.url(),
                "a part of an answer as CSV has no header X-Herald-Overflow",
                "does a proxy take headers away?");
    }

    private static VoTable asked(RemoteNode node, String most, Findings found)
            throws IOException, InterruptedException {
        found.looked();
        return VoTable.of(
                node.sync("RESPONSEFORMAT=votable/td", "MAXREC=" + most, QUERY).good());
    }
}
