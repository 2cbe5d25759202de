package org.heralddata.app.check;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.w3c.dom.Element;

/** Every address in the registry's records leads to this node and is answered. */
record RecordsCheck() implements VoCheck {
    private static final int MOST = 500;

    @Override
    public CheckCode code() {
        return CheckCode.RECORDS;
    }

    @Override
    public String name() {
        return "addresses of the registry's records";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        Set<String> urls = new LinkedHashSet<>();
        for (Element record : node.harvest().living()) {
            Markup.all(record, "accessURL")
                    .forEach(u -> urls.add(u.getTextContent().strip()));
        }
        for (String url : urls.stream().limit(MOST).toList()) {
            found.looked();
            int status = node.status(url);
            // 400: of a service that wants parameters
            found.require(
                    status < 400 || status == 400,
                    url,
                    "an access URL of a registry record is answered with the status %d".formatted(status),
                    "set `node.url` in config.yaml to the address by which the world reaches this server");
        }
    }
}
