package org.heralddata.serve.vo.scs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.serve.vo.registry.CapabilitySource;
import org.heralddata.serve.xml.Xml;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The cone searches of a collection in its record, one a table (SimpleDALRegExt 1.1, section 3.1). */
@Component
@Order(100)
class ScsCapabilities implements CapabilitySource {
    private static final int MAX_RADIUS = 180;

    @Override
    public List<Consumer<Xml>> ofCollection(Release release, String site) {
        List<Consumer<Xml>> all = new ArrayList<>();
        for (PublishedTable table : release.tables()) {
            if (table.common().ra() != null) {
                String url = "%s/scs/%s/%s?".formatted(site, release.collection().id(), table.name());
                all.add(xml -> xml.element(
                        "capability",
                        in -> capability(in, table, url),
                        "standardID",
                        "ivo://ivoa.net/std/ConeSearch",
                        "xsi:type",
                        "cs:ConeSearch"));
            }
        }
        return all;
    }

    private static void capability(Xml xml, PublishedTable table, String url) {
        xml.text("description", "Cone search of " + table.name());
        xml.element(
                "interface",
                in -> in.text("accessURL", url, "use", "base")
                        .text("queryType", "GET")
                        .text("resultType", "application/x-votable+xml"),
                "role",
                "std",
                "xsi:type",
                "vs:ParamHTTP");
        xml.text("maxSR", Integer.toString(MAX_RADIUS));
        xml.text("maxRecords", Long.toString(ScsQuery.DEFAULT_ROWS));
        xml.text("verbosity", "true");
        xml.element(
                "testQuery",
                in -> in.text("ra", "83.63").text("dec", "22.01").text("sr", "1"));
    }
}
