package org.heralddata.serve.vo.oai;

import java.util.Arrays;
import java.util.Optional;

/** The forms that records come in. */
enum MetadataPrefix {
    IVO_VOR(
            "ivo_vor",
            "http://www.ivoa.net/xml/RegistryInterface/v1.0",
            "http://www.ivoa.net/xml/RegistryInterface/v1.0"),
    OAI_DC("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
    OAI_DATACITE(
            "oai_datacite",
            "http://schema.datacite.org/oai/oai-1.1/oai.xsd",
            "http://schema.datacite.org/oai/oai-1.1/");

    private final String word;
    private final String schema;
    private final String namespace;

    MetadataPrefix(String word, String schema, String namespace) {
        this.word = word;
        this.schema = schema;
        this.namespace = namespace;
    }

    String word() {
        return word;
    }

    String schema() {
        return schema;
    }

    String namespace() {
        return namespace;
    }

    static Optional<MetadataPrefix> of(String word) {
        return Arrays.stream(values()).filter(p -> p.word.equals(word)).findFirst();
    }
}
