package org.heralddata.jobs.request.pack;

import java.util.Objects;
import org.heralddata.jobs.request.pack.PackedFile.PackedTable;
import org.heralddata.model.catalogue.Release;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where the data come from, as PROV-JSON (W3C Member Submission of 24 April 2013). */
final class PackageProvenance {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ACTIVITY = "herald:request";
    private static final String PROGRAM = "herald:software";
    private static final String PUBLISHER = "herald:publisher";

    private PackageProvenance() {}

    static String json(PackageContents contents) {
        ObjectNode all = JSON.createObjectNode();
        all.putObject("prefix")
                .put("herald", contents.address() + "#")
                .put("release", contents.publisher().url() + "/collections/")
                .put("dcterms", "http://purl.org/dc/terms/");
        ObjectNode entities = all.putObject("entity");
        ObjectNode used = all.putObject("used");
        for (Release release : contents.releases()) {
            String id = "release:%s/releases/%s".formatted(release.collection().id(), release.name());
            entities.putObject(id)
                    .put("prov:label", release.collection().title() + ", release " + release.name())
                    .put("prov:location", contents.address(release))
                    .put("dcterms:identifier", PackageCitation.identifier(contents, release))
                    .put("dcterms:created", release.created().toString());
            used.putObject("_:u" + used.size()).put("prov:activity", ACTIVITY).put("prov:entity", id);
        }
        ObjectNode made = all.putObject("wasGeneratedBy");
        for (PackedFile file : contents.tables()) {
            PackedTable table = Objects.requireNonNull(file.table());
            String id = "herald:" + file.name();
            entities.putObject(id)
                    .put("prov:label", file.name())
                    .put("herald:sha256", file.sha256())
                    .put("herald:fingerprint", table.fingerprint())
                    .put("herald:rows", Long.toString(table.rows()))
                    .put("herald:selection", table.header().metadata().getOrDefault("selection", ""));
            made.putObject("_:g" + made.size()).put("prov:entity", id).put("prov:activity", ACTIVITY);
        }
        ObjectNode activity = all.putObject("activity").putObject(ACTIVITY);
        activity.put("prov:label", "Selection " + contents.request().identifier());
        if (contents.job().started() != null) {
            activity.put("prov:startTime", contents.job().started().toString());
        }
        ObjectNode agents = all.putObject("agent");
        agents.putObject(PROGRAM)
                .put("prov:type", "prov:SoftwareAgent")
                .put("prov:label", contents.publisher().software());
        agents.putObject(PUBLISHER)
                .put("prov:type", "prov:Organization")
                .put("prov:label", contents.publisher().organisation());
        all.putObject("wasAssociatedWith")
                .putObject("_:a")
                .put("prov:activity", ACTIVITY)
                .put("prov:agent", PROGRAM);
        all.putObject("actedOnBehalfOf")
                .putObject("_:b")
                .put("prov:delegate", PROGRAM)
                .put("prov:responsible", PUBLISHER);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }
}
