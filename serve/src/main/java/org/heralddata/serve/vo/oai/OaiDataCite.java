package org.heralddata.serve.vo.oai;

import org.heralddata.serve.fair.DataCiteXml;
import org.heralddata.serve.fair.Dataset;
import org.heralddata.serve.xml.Xml;

/** DataCite's wrapper of its own metadata for OAI-PMH, which OpenAIRE and B2FIND harvest. */
final class OaiDataCite {

    private OaiDataCite() {}

    static void write(Xml xml, Dataset dataset) {
        String namespace = MetadataPrefix.OAI_DATACITE.namespace();
        xml.element(
                "oai_datacite",
                in -> {
                    in.text("schemaVersion", "4.6");
                    in.text("datacentreSymbol", dataset.node().authority());
                    in.element("payload", payload -> DataCiteXml.write(payload, dataset));
                },
                "xmlns",
                namespace,
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                namespace + " " + MetadataPrefix.OAI_DATACITE.schema());
    }
}
