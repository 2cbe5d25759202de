package org.heralddata.serve.vo.oai;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.heralddata.model.catalogue.CollectionId;

/** Sets to harvest by (OAI-PMH 2.0, section 2.6). */
final class Sets {
    /** What this registry is the origin of, hence all of it (RegistryInterfaces 1.1, section 3.2). */
    static final String MANAGED = "ivo_managed";

    /** Sets that are always there; the others are within them. */
    static final SequencedMap<String, String> TOP = top();

    private Sets() {}

    private static SequencedMap<String, String> top() {
        var all = new LinkedHashMap<String, String>();
        all.put(MANAGED, "Records that this registry originates");
        all.put("messenger", "Data by messenger");
        all.put("collection", "Data by collection");
        return all;
    }

    static String messenger(String term) {
        return "messenger:" + term;
    }

    static String collection(CollectionId id) {
        return "collection:" + id;
    }

    static String name(String spec) {
        String top = TOP.get(spec);
        if (top != null) {
            return top;
        }
        String last = spec.substring(spec.indexOf(':') + 1);
        return spec.startsWith("messenger:") ? "Data of the messenger " + last : "The collection " + last;
    }
}
