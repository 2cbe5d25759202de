package org.heralddata.serve.vo.registry;

import java.util.function.Consumer;
import org.heralddata.serve.node.Ivoid;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.xml.Xml;

/**
 * Records of the node itself: its authority, its organisation, its registry, its services.
 *
 * @param site address of the server without the last slash
 */
public record NodeRecords(Node node, String site) {
    /** Records of one answer of the registry. */
    public static final int MAX_RECORDS = 100;

    private static final String SUBJECT = "virtual-observatories";

    /** {@code vg:Authority}: who may name things below it (VORegistry 1.0). */
    public void authority(Xml xml) {
        RecordWriter.resource(xml, "vg:Authority", node.since(), node.since(), in -> {
            RecordWriter.names(in, node.organisation().name() + " authority", "Authority", Ivoid.authority(node));
            common(in, "The authority identifier %s of %s.".formatted(node.authority(), name()), "Registry");
            in.text("managingOrg", name(), "ivo-id", Ivoid.organisation(node));
        });
    }

    /** {@code vr:Organisation}. */
    public void organisation(Xml xml) {
        RecordWriter.resource(xml, "vr:Organisation", node.since(), node.since(), in -> {
            RecordWriter.names(in, name(), name(), Ivoid.organisation(node));
            common(in, "%s publishes data of astroparticle physics by Herald.".formatted(name()), "Organisation");
        });
    }

    /** {@code vg:Registry}: a publishing registry, to be harvested by OAI-PMH (RegistryInterfaces 1.1, section 3). */
    public void registry(Xml xml) {
        RecordWriter.resource(xml, "vg:Registry", node.since(), node.since(), in -> {
            RecordWriter.names(in, "Publishing registry of " + name(), "Registry", Ivoid.registry(node));
            common(in, "Records of the collections and services that %s publishes.".formatted(name()), "Registry");
            in.element(
                    "capability",
                    capability -> {
                        capability.element(
                                "interface",
                                i -> i.text("accessURL", site + "/oai", "use", "base"),
                                "xsi:type",
                                "vg:OAIHTTP",
                                "role",
                                "std",
                                "version",
                                "1.0");
                        capability.text("maxRecords", Integer.toString(MAX_RECORDS));
                    },
                    "xsi:type",
                    "vg:Harvest",
                    "standardID",
                    "ivo://ivoa.net/std/Registry");
            in.text("full", "false");
            in.text("managedAuthority", node.authority());
        });
    }

    /** {@code vs:CatalogService}: a service of all collections. */
    public void service(Xml xml, ServiceSource service) {
        RecordWriter.resource(xml, "vs:CatalogService", node.since(), node.since(), in -> {
            RecordWriter.names(in, service.title(), service.key(), Ivoid.service(node, service.key()));
            RecordWriter.curation(in, node);
            RecordWriter.content(in, SUBJECT, service.description(), service.referenceUrl(site), "Catalog");
            for (Consumer<Xml> capability : service.capabilities(site)) {
                capability.accept(in);
            }
        });
    }

    private String name() {
        return RecordWriter.token(node.organisation().name());
    }

    private void common(Xml xml, String description, String type) {
        RecordWriter.curation(xml, node);
        String homepage = node.organisation().homepage();
        RecordWriter.content(xml, SUBJECT, description, homepage == null ? site + "/" : homepage, type);
    }
}
