package org.heralddata.jobs.request.pack;

import java.util.Objects;
import org.heralddata.jobs.request.RequestJson;
import org.heralddata.jobs.request.pack.PackedFile.PackedTable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The request as JSON, to be sent again, and what it gave. */
final class PackageSelection {
    private static final JsonMapper JSON = JsonMapper.shared();

    private PackageSelection() {}

    static String json(PackageContents contents) {
        ObjectNode all = JSON.createObjectNode();
        all.put("identifier", contents.request().identifier());
        all.put("address", contents.address());
        all.set("request", RequestJson.write(contents.request()));
        all.put("fingerprint", contents.fingerprint());
        ArrayNode files = all.putArray("files");
        for (PackedFile file : contents.tables()) {
            PackedTable table = Objects.requireNonNull(file.table());
            files.addObject()
                    .put("name", file.name())
                    .put("rows", table.rows())
                    .put("bytes", file.bytes())
                    .put("sha256", file.sha256())
                    .put("fingerprint", table.fingerprint());
        }
        all.put("software", contents.publisher().software());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }
}
