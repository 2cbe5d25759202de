package org.heralddata.app.check;

import java.io.IOException;
import java.util.List;
import org.w3c.dom.Element;

/** VOSI 1.1, section 3, and TAPRegExt 1.0; each address is asked. */
record CapabilitiesCheck() implements VoCheck {
    static final String TAP = "ivo://ivoa.net/std/TAP";

    @Override
    public CheckCode code() {
        return CheckCode.CAPABILITIES;
    }

    @Override
    public String name() {
        return "capabilities";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        Reply reply = node.get("/tap/capabilities").good();
        XmlSchemas.check(reply, found);
        List<Element> all = Markup.all(Markup.parse(reply), "capability");
        found.require(
                all.stream().anyMatch(c -> c.getAttribute("standardID").equalsIgnoreCase(TAP)),
                reply.url(),
                "no capability has the standardID " + TAP,
                "clients will not find the service");
        for (Element capability : all) {
            for (Element address : Markup.all(capability, "accessURL")) {
                String url = address.getTextContent().strip();
                Reply answer = node.get(url);
                found.looked();
                found.require(
                        answer.status() < 400,
                        reply.url(),
                        "the address `%s` of %s answers with the status %d"
                                .formatted(url, capability.getAttribute("standardID"), answer.status()),
                        "set `node.url` in config.yaml to the address by which the world reaches this server");
            }
        }
    }
}
