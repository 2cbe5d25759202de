package org.heralddata.app.check;

import java.io.IOException;

/** VOSI 1.1, section 4. */
record AvailabilityCheck() implements VoCheck {

    @Override
    public CheckCode code() {
        return CheckCode.AVAILABILITY;
    }

    @Override
    public String name() {
        return "availability";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        Reply reply = node.get("/tap/availability").good();
        XmlSchemas.check(reply, found);
        String available = Markup.text(Markup.parse(reply), "available");
        found.looked();
        found.require(
                available.equals("true"),
                reply.url(),
                "the service says of itself that it is not available: `%s`".formatted(available),
                "look at the log of the server");
    }
}
