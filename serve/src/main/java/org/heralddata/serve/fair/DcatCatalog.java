package org.heralddata.serve.fair;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.serve.fair.Rdf.Thing;
import org.heralddata.serve.node.Node;

/**
 * A page of the catalogue of a node (DCAT-AP 3, class Catalogue; pages as Hydra has them, which CKAN's harvester follows).
 *
 * @param site  address of the server without the last slash
 * @param page  from 1
 * @param total data sets of all pages
 */
record DcatCatalog(Node node, String site, int page, int pages, int total) {

    String turtle(List<Dataset> shown) {
        return graph(shown).turtle();
    }

    Map<String, Object> jsonLd(List<Dataset> shown) {
        return graph(shown).jsonLd();
    }

    /** Values of the {@code Link} header: the neighbours (RFC 8288). */
    List<String> links() {
        List<String> links = new ArrayList<>();
        if (page > 1) {
            links.add("<%s>; rel=\"prev\"".formatted(address(page - 1)));
        }
        if (page < pages) {
            links.add("<%s>; rel=\"next\"".formatted(address(page + 1)));
        }
        return links;
    }

    private String address(int number) {
        return CatalogController.url(site) + "?page=" + number;
    }

    private Rdf graph(List<Dataset> shown) {
        var prefixes = new LinkedHashMap<>(Dcat.PREFIXES);
        prefixes.put("hydra", "http://www.w3.org/ns/hydra/core#");
        List<Thing> things = new ArrayList<>();
        things.add(catalog(shown));
        things.add(pageOf());
        shown.forEach(dataset -> things.addAll(Dcat.things(dataset)));
        return new Rdf(prefixes, things);
    }

    private Thing catalog(List<Dataset> shown) {
        var organisation = node.organisation();
        Thing out = new Thing(CatalogController.url(site), "dcat:Catalog")
                .text("dct:title", "Open data of " + organisation.name())
                .text(
                        "dct:description",
                        "Collections of events of astroparticle physics that %s publishes."
                                .formatted(organisation.name()))
                .iri("foaf:homepage", site + "/")
                .iri("dct:language", Dcat.EU + "language/ENG")
                .iri("dcat:themeTaxonomy", Dcat.EU + "data-theme")
                .with("dct:publisher", Dcat.publisher(node));
        shown.stream()
                .map(Dataset::modified)
                .max(Instant::compareTo)
                .ifPresent(last -> out.typed("dct:modified", last, "xsd:dateTime"));
        shown.forEach(dataset -> out.iri("dcat:dataset", dataset.identifier()));
        return out;
    }

    private Thing pageOf() {
        Thing out = new Thing(address(page), "hydra:PartialCollectionView")
                .typed("hydra:totalItems", total, "xsd:integer")
                .iri("hydra:first", address(1))
                .iri("hydra:last", address(pages));
        if (page > 1) {
            out.iri("hydra:previous", address(page - 1));
        }
        if (page < pages) {
            out.iri("hydra:next", address(page + 1));
        }
        return out;
    }
}
