package org.heralddata.serve.vo.oai;

import java.util.Objects;
import org.heralddata.serve.xml.Xml;

/** Headers and records (OAI-PMH 2.0, section 2.5). */
final class Records {

    private Records() {}

    static void record(Xml xml, Item item, MetadataPrefix prefix) {
        xml.element("record", in -> {
            header(in, item);
            if (!item.deleted()) {
                in.element("metadata", Objects.requireNonNull(item.records().get(prefix)));
            }
        });
    }

    static void header(Xml xml, Item item) {
        xml.element(
                "header",
                in -> {
                    in.text("identifier", item.identifier());
                    in.text("datestamp", OaiProtocol.time(item.datestamp()));
                    item.sets().stream().sorted().forEach(spec -> in.text("setSpec", spec));
                },
                "status",
                item.deleted() ? "deleted" : null);
    }
}
