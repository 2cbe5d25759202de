package org.heralddata.serve.vo.scs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.serve.vo.registry.CapabilitySource;
import org.heralddata.serve.xml.Xml;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A cone search of each table with directions, as registries name it (Simple Cone Search 1.03, section 3). */
@Component
@Order(100)
class ScsCapabilities implements CapabilitySource {

    @Override
    public List<Consumer<Xml>> ofCollection(Release release, String site) {
        var all = new ArrayList<Consumer<Xml>>();
        if (release.collection().access() instanceof Access.Open) {
            for (PublishedTable table : release.tables()) {
                if (table.common().ra() != null && !table.withheld().all()) {
                    all.add(xml -> capability(xml, release, table, site));
                }
            }
        }
        return all;
    }

    private static void capability(Xml xml, Release release, PublishedTable table, String site) {
        String address = "%s/scs/%s/%s?".formatted(site, release.collection().id(), table.name());
        xml.element(
                "capability",
                in -> {
                    in.text("description", "Cone search of " + table.name());
                    in.element(
                            "interface",
                            i -> i.text("accessURL", address, "use", "base")
                                    .text("queryType", "GET")
                                    .text("queryType", "POST")
                                    .text("resultType", "application/x-votable+xml"),
                            "xsi:type",
                            "vs:ParamHTTP",
                            "role",
                            "std");
                    in.text("maxSR", "180").text("verbosity", "true");
                    in.element("testQuery", query -> test(query, table.common(), table));
                },
                "xsi:type",
                "cs:ConeSearch",
                "standardID",
                "ivo://ivoa.net/std/ConeSearch");
    }

    /** Around the middle of what there is; the schema wants a position, found or not. */
    private static void test(Xml xml, CommonEvent common, PublishedTable table) {
        xml.text("ra", middle(table, common.ra()));
        xml.text("dec", middle(table, common.dec()));
        xml.text("sr", "10");
    }

    private static String middle(PublishedTable table, @Nullable String column) {
        var statistics = column == null
                ? null
                : table.column(column).map(PublishedColumn::statistics).orElse(null);
        Double min = statistics == null ? null : statistics.min();
        Double max = statistics == null ? null : statistics.max();
        return min == null || max == null ? "0" : String.format(Locale.ROOT, "%.4f", (min + max) / 2);
    }
}
