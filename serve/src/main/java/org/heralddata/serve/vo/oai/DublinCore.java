package org.heralddata.serve.vo.oai;

import java.util.function.Consumer;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.publication.Doi;
import org.heralddata.serve.fair.Dataset;
import org.heralddata.serve.fair.Days;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.xml.Xml;

/** Unqualified Dublin Core, the form that every repository has (OAI-PMH 2.0, section 5). */
final class DublinCore {

    private DublinCore() {}

    static void write(Xml xml, Dataset dataset) {
        var about = dataset.about();
        root(xml, in -> {
            in.text("dc:title", dataset.title());
            about.creators().stream().map(Creator::name).forEach(name -> in.text("dc:creator", name));
            dataset.keywords().forEach(word -> in.text("dc:subject", word));
            in.text("dc:description", about.description());
            in.text("dc:publisher", dataset.node().organisation().name());
            in.text("dc:date", Days.of(dataset.modified()));
            in.text("dc:type", "Dataset");
            Doi doi = dataset.doi();
            in.text("dc:identifier", doi == null ? null : doi.address());
            in.text("dc:identifier", dataset.url());
            in.text("dc:language", "en");
            in.text("dc:relation", dataset.work().map(Doi::address).orElse(about.cite()));
            Days.span(dataset).ifPresent(span -> in.text("dc:coverage", span));
            in.text("dc:rights", about.licence().name());
            in.text("dc:rights", dataset.licenceUrl());
        });
    }

    /** Of what describes the node itself. */
    static void write(Xml xml, String identifier, String title, Node node) {
        root(
                xml,
                in -> in.text("dc:title", title)
                        .text("dc:publisher", node.organisation().name())
                        .text("dc:identifier", identifier));
    }

    private static void root(Xml xml, Consumer<Xml> content) {
        xml.element(
                "oai_dc:dc",
                content,
                "xmlns:oai_dc",
                MetadataPrefix.OAI_DC.namespace(),
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                MetadataPrefix.OAI_DC.namespace() + " " + MetadataPrefix.OAI_DC.schema());
    }
}
