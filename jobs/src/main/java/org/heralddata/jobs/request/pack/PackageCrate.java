package org.heralddata.jobs.request.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.Release;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The package described as RO-Crate 1.2 (researchobject.org/ro-crate, sections "Root data entity", "Data entities", "Provenance"). */
final class PackageCrate {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SPECIFICATION = "https://w3id.org/ro/crate/1.2";
    private static final String FILE = "ro-crate-metadata.json";
    private static final String PROGRAM = "#software";
    private static final String PUBLISHER = "#publisher";

    private final PackageContents contents;
    private final ArrayNode graph;

    private PackageCrate(PackageContents contents, ArrayNode graph) {
        this.contents = contents;
        this.graph = graph;
    }

    static String json(PackageContents contents) {
        ObjectNode all = JSON.createObjectNode();
        all.put("@context", SPECIFICATION + "/context");
        var crate = new PackageCrate(contents, all.putArray("@graph"));
        crate.descriptor();
        crate.root();
        contents.files().forEach(crate::file);
        contents.releases().forEach(crate::release);
        crate.people();
        crate.action();
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }

    private void descriptor() {
        ObjectNode descriptor = entity(FILE, "CreativeWork");
        refer(descriptor, "conformsTo", List.of(SPECIFICATION));
        refer(descriptor, "about", List.of("./"));
    }

    private void root() {
        ObjectNode root = entity("./", "Dataset");
        List<String> titles = contents.releases().stream()
                .map(r -> r.collection().title())
                .distinct()
                .toList();
        root.put("name", "Selection of " + String.join(", ", titles));
        root.put(
                "description",
                "Request %s: %d files of data in the format %s"
                        .formatted(
                                contents.request().identifier(),
                                contents.tables().size(),
                                contents.writer().format().value()));
        root.put("identifier", contents.address());
        root.put("datePublished", contents.job().created().toString());
        refer(root, "license", licences());
        refer(root, "creator", creators());
        refer(root, "publisher", List.of(PUBLISHER));
        refer(
                root,
                "isBasedOn",
                contents.releases().stream().map(contents::address).toList());
        refer(root, "hasPart", contents.files().stream().map(PackedFile::name).toList());
    }

    private void file(PackedFile file) {
        ObjectNode entity = entity(file.name(), "File");
        entity.put("name", file.name());
        entity.put("description", file.description().isEmpty() ? file.name() : file.description());
        entity.put("encodingFormat", file.mediaType());
        entity.put("contentSize", Long.toString(file.bytes()));
        entity.put("sha256", file.sha256());
    }

    private void release(Release release) {
        ObjectNode entity = entity(contents.address(release), "Dataset");
        entity.put("name", "%s, release %s".formatted(release.collection().title(), release.name()));
        entity.put("description", release.collection().description());
        entity.put("version", release.name());
        entity.put("datePublished", release.created().toString());
        entity.put("identifier", PackageCitation.identifier(contents, release));
        refer(entity, "license", List.of(licence(release.collection().licence())));
    }

    private void people() {
        for (Release release : contents.releases()) {
            Licence licence = release.collection().licence();
            if (added.add(licence(licence))) {
                entity(licence(licence), "CreativeWork").put("name", licence.name());
            }
            for (Creator creator : release.collection().creators()) {
                if (added.add(id(creator))) {
                    boolean person = creator.orcid() != null || creator.name().contains(",");
                    entity(id(creator), person ? "Person" : "Organization").put("name", creator.name());
                }
            }
        }
        entity(PUBLISHER, "Organization").put("name", contents.publisher().organisation());
    }

    private final SequencedSet<String> added = new LinkedHashSet<>();

    private void action() {
        entity(PROGRAM, "SoftwareApplication").put("name", contents.publisher().software());
        ObjectNode action = entity("#request", "CreateAction");
        action.put("name", "Selection " + contents.request().identifier());
        if (contents.job().started() != null) {
            action.put("startTime", contents.job().started().toString());
        }
        refer(action, "instrument", List.of(PROGRAM));
        refer(
                action,
                "object",
                contents.releases().stream().map(contents::address).toList());
        refer(action, "result", contents.tables().stream().map(PackedFile::name).toList());
    }

    private List<String> licences() {
        return contents.releases().stream()
                .map(r -> licence(r.collection().licence()))
                .distinct()
                .toList();
    }

    private List<String> creators() {
        return contents.releases().stream()
                .flatMap(r -> r.collection().creators().stream())
                .map(PackageCrate::id)
                .distinct()
                .toList();
    }

    private static String licence(Licence licence) {
        return Objects.requireNonNullElse(licence.url(), "https://spdx.org/licenses/" + licence.name());
    }

    private static String id(Creator creator) {
        return creator.orcid() != null
                ? "https://orcid.org/" + creator.orcid()
                : "#" + creator.name().replaceAll("[^A-Za-z0-9]+", "-");
    }

    private ObjectNode entity(String id, String type) {
        return graph.addObject().put("@id", id).put("@type", type);
    }

    private static void refer(ObjectNode entity, String property, List<String> ids) {
        var nodes = new ArrayList<ObjectNode>();
        ids.forEach(id -> nodes.add(JSON.createObjectNode().put("@id", id)));
        if (nodes.size() == 1) {
            entity.set(property, nodes.getFirst());
        } else {
            entity.putArray(property).addAll(nodes);
        }
    }
}
