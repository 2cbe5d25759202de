package org.heralddata.serve.vo.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.serve.xml.Xml;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The landing page, for people, and the rows of each table by the REST API. */
@Component
@Order(1000)
class PortalCapabilities implements CapabilitySource {

    @Override
    public List<Consumer<Xml>> ofCollection(Release release, String site) {
        var all = new ArrayList<Consumer<Xml>>();
        String id = release.collection().id().value();
        all.add(xml -> page(
                xml,
                "Description, figures and selection of events in a browser",
                site,
                release.collection().id()));
        if (release.collection().access() instanceof Access.Open) {
            for (PublishedTable table : release.tables()) {
                if (!table.withheld().all()) {
                    all.add(xml -> xml.element("capability", in -> rows(in, table, site, id)));
                }
            }
        }
        return all;
    }

    static void page(Xml xml, String description, String site, CollectionId id) {
        xml.element(
                "capability",
                in -> in.text("description", description)
                        .element(
                                "interface",
                                i -> i.text("accessURL", site + "/collections/" + id, "use", "full"),
                                "xsi:type",
                                "vr:WebBrowser"));
    }

    private static void rows(Xml xml, PublishedTable table, String site, String id) {
        xml.text("description", "Rows of %s that pass a selection, by Herald's REST API".formatted(table.name()));
        xml.element(
                "interface",
                in -> {
                    in.text(
                            "accessURL",
                            "%s/api/v1/collections/%s/tables/%s/rows".formatted(site, id, table.name()),
                            "use",
                            "base");
                    in.text("queryType", "GET").text("resultType", "application/x-votable+xml");
                    parameter(in, "where", "Which rows, in the selection language: energy > 1 TeV");
                    parameter(in, "columns", "Which columns, parted by commas");
                    parameter(in, "format", "json, csv, votable, fits, hdf5, root or parquet");
                    in.text("testQuery", "format=votable&limit=1");
                },
                "xsi:type",
                "vs:ParamHTTP");
    }

    static void parameter(Xml xml, String name, String description) {
        xml.element(
                "param",
                in -> in.text("name", name).text("description", description).text("dataType", "string"),
                "std",
                "false",
                "use",
                "optional");
    }
}
