package org.heralddata.serve.fair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heralddata.model.catalogue.Creator;
import org.jspecify.annotations.Nullable;

/**
 * FAIR signposting: typed links of a landing page, in its {@code Link} header (level 1) and in a set of links (level 2).
 *
 * @see <a href="https://signposting.org/FAIR/">FAIR signposting profile</a>
 */
public final class Signposting {
    /** Headers have bounds: with more files than these the set of links alone names them. */
    static final int MAX_ITEMS = 40;

    private Signposting() {}

    /** @param type media type of the target; null if it is not said */
    record Link(String relation, String target, @Nullable String type) {

        String header() {
            return "<%s>; rel=\"%s\"".formatted(target, relation)
                    + (type == null ? "" : "; type=\"%s\"".formatted(type.replace("\"", "\\\"")));
        }
    }

    /** Values of the {@code Link} header of a landing page. */
    public static List<String> headers(Dataset dataset) {
        List<Link> links = new ArrayList<>(links(dataset));
        List<Link> items = items(dataset);
        if (items.size() <= MAX_ITEMS) {
            links.addAll(items);
        }
        links.add(new Link(
                "linkset",
                Representation.LINKSET.url(dataset),
                Representation.LINKSET.mediaType().toString()));
        return links.stream().map(Link::header).toList();
    }

    /** Values of the {@code Link} header of a description: what it describes. */
    public static List<String> describes(Dataset dataset) {
        return List.of(new Link("describes", dataset.url(), "text/html").header());
    }

    private static List<Link> links(Dataset dataset) {
        var links = new ArrayList<Link>();
        links.add(new Link("cite-as", dataset.identifier(), null));
        links.add(new Link("type", "https://schema.org/AboutPage", null));
        links.add(new Link("type", "https://schema.org/Dataset", null));
        links.add(new Link("license", dataset.licenceUrl(), null));
        dataset.about().creators().stream()
                .map(Creator::orcid)
                .filter(Objects::nonNull)
                .forEach(orcid -> links.add(new Link("author", Names.address(orcid), null)));
        Representation.descriptions()
                .forEach(r -> links.add(
                        new Link("describedby", r.url(dataset), r.mediaType().toString())));
        return links;
    }

    private static List<Link> items(Dataset dataset) {
        return dataset.distributions().stream()
                .map(d -> new Link("item", d.url(), d.mediaType()))
                .toList();
    }

    /** All links of the page, of its files and of its descriptions (RFC 9264). */
    static Map<String, Object> linkset(Dataset dataset) {
        var contexts = new ArrayList<Map<String, Object>>();
        List<Link> all = new ArrayList<>(links(dataset));
        all.addAll(items(dataset));
        contexts.add(context(dataset.url(), all));
        Link page = new Link("collection", dataset.url(), "text/html");
        for (Distribution distribution : dataset.distributions()) {
            contexts.add(context(distribution.url(), List.of(page, new Link("license", dataset.licenceUrl(), null))));
        }
        for (Representation description : Representation.descriptions()) {
            contexts.add(context(description.url(dataset), List.of(new Link("describes", dataset.url(), "text/html"))));
        }
        return Map.of("linkset", contexts);
    }

    private static Map<String, Object> context(String anchor, List<Link> links) {
        var out = new LinkedHashMap<String, Object>();
        out.put("anchor", anchor);
        var byRelation = new LinkedHashMap<String, List<Map<String, String>>>();
        for (Link link : links) {
            byRelation
                    .computeIfAbsent(link.relation, _ -> new ArrayList<>())
                    .add(
                            link.type == null
                                    ? Map.of("href", link.target)
                                    : Map.of("href", link.target, "type", link.type));
        }
        out.putAll(byRelation);
        return out;
    }
}
