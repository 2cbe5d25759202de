package org.heralddata.app.check;

import java.io.IOException;
import java.util.List;

/** DALI 1.1, section 4.4: what is wrong is told in a VOTable whose QUERY_STATUS is ERROR. */
record ErrorsCheck() implements VoCheck {
    private static final List<List<String>> MISTAKES = List.of(
            List.of("QUERY=SELECT nothing_so FROM tap_schema.tables"),
            List.of("QUERY=SELECT * FROM no.such_table"),
            List.of("QUERY=SELEC"),
            List.of("MAXREC=5"),
            List.of("QUERY=SELECT table_name FROM tap_schema.tables", "MAXREC=many"),
            List.of("QUERY=SELECT table_name FROM tap_schema.tables", "RESPONSEFORMAT=no-such-format"));

    @Override
    public CheckCode code() {
        return CheckCode.ERRORS;
    }

    @Override
    public String name() {
        return "errors";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        for (List<String> mistake : MISTAKES) {
            Reply reply = node.sync(mistake.toArray(String[]::new));
            found.looked();
            String words = "%s is answered ".formatted(mistake);
            String help = "does a proxy put its own page in place of errors? clients show what the VOTable says";
            found.require(
                    reply.status() >= 400 && reply.status() < 500,
                    reply.url(),
                    words + "with the status %d instead of 400".formatted(reply.status()),
                    help);
            try {
                String status = VoTable.of(reply).status();
                found.require(
                        status.equals("ERROR"), reply.url(), words + "with QUERY_STATUS `%s`".formatted(status), help);
            } catch (Unsound foreign) {
                found.add(reply.url(), words + "not in a VOTable: " + foreign.getMessage(), help);
            }
        }
    }
}
