package org.heralddata.app.check;

import java.io.IOException;

/** A VOTable that comes with the request (TAP 1.1, section 2.5). */
record UploadsCheck() implements VoCheck {
    private static final String TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE><TABLE>
            <FIELD name="id" datatype="int"/><FIELD name="x" datatype="double"/>
            <DATA><TABLEDATA><TR><TD>1</TD><TD>0.5</TD></TR><TR><TD>2</TD><TD>1.5</TD></TR></TABLEDATA></DATA>
            </TABLE></RESOURCE></VOTABLE>
            """;

    @Override
    public CheckCode code() {
        return CheckCode.UPLOADS;
    }

    @Override
    public String name() {
        return "an upload";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        Reply reply = node.upload("SELECT id, x FROM tap_upload.mine WHERE x > 1", "mine", TABLE);
        found.looked();
        String help = "is there room in the home's cache/ folder? does a proxy cut requests short?";
        if (reply.status() != 200) {
            found.add(reply.url(), "an upload of two rows has the status %d".formatted(reply.status()), help);
            return;
        }
        VoTable answer = VoTable.of(reply);
        found.require(
                answer.rows().size() == 1
                        && answer.cell(answer.rows().getFirst(), "id").equals("2"),
                reply.url(),
                "of the two rows uploaded not the one asked for came back but %s".formatted(answer.rows()),
                help);
    }
}
