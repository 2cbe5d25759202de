package org.heralddata.serve.vo.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.serve.xml.Xml;

/** How files of a collection without releases can be had: the landing page, for people, and their list by the REST API. */
public final class FileCapabilities {

    private FileCapabilities() {}

    /**
     * @param open whether everyone may have the files
     * @param site address of the server without the last slash
     */
    public static List<Consumer<Xml>> of(CollectionDescription about, boolean open, String site) {
        var all = new ArrayList<Consumer<Xml>>();
        all.add(xml -> PortalCapabilities.page(xml, "Description, and search of files in a browser", site, about.id()));
        if (open) {
            all.add(xml -> xml.element("capability", in -> {
                in.text("description", "The files, by time, run, instrument and what they tell, by Herald's REST API");
                in.element(
                        "interface",
                        i -> {
                            i.text(
                                    "accessURL",
                                    "%s/api/v1/files?collection=%s&".formatted(site, about.id()),
                                    "use",
                                    "base");
                            i.text("queryType", "GET").text("resultType", "application/x-votable+xml");
                            PortalCapabilities.parameter(
                                    i, "where", "Which files, in the selection language: run > 1000");
                            PortalCapabilities.parameter(
                                    i, "format", "json, csv, votable, fits, hdf5, root or parquet");
                            i.text("testQuery", "format=votable&limit=1");
                        },
                        "xsi:type",
                        "vs:ParamHTTP");
            }));
        }
        return all;
    }
}
