package org.heralddata.serve.vo.oai;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.vo.oai.OaiError.Code;
import org.heralddata.serve.vo.registry.NodeRecords;
import org.heralddata.serve.xml.Xml;
import org.jspecify.annotations.Nullable;

/**
 * The six verbs over a list of items.
 *
 * @param items   oldest change first
 * @param sets    names of sets by spec
 * @param site    address of the server without the last slash
 * @param page    items of one answer
 * @param now     when the request came
 */
record OaiProtocol(List<Item> items, Map<String, String> sets, Node node, String site, int page, Instant now) {
    private static final Set<String> LIST = Set.of("metadataPrefix", "set", "from", "until", "resumptionToken");
    private static final Map<String, Set<String>> VERBS = Map.of(
            "Identify", Set.of(),
            "ListMetadataFormats", Set.of("identifier"),
            "ListSets", Set.of("resumptionToken"),
            "GetRecord", Set.of("identifier", "metadataPrefix"),
            "ListIdentifiers", LIST,
            "ListRecords", LIST);

    /** The answer to a request, whatever is wrong with it. */
    String answer(Map<String, List<String>> given) {
        try {
            List<String> verbs = given.getOrDefault("verb", List.of());
            String verb = verbs.size() == 1 ? verbs.getFirst() : "";
            Set<String> known = VERBS.get(verb);
            if (known == null) {
                throw new OaiError(
                        Code.badVerb,
                        verbs.size() > 1 ? "`verb` is given more than once" : "`verb` is missing or none of OAI-PMH");
            }
            Arguments arguments = new Arguments(given, known);
            try {
                Consumer<Xml> content = content(verb, arguments);
                return document(verb, arguments.values(), xml -> xml.element(verb, content));
            } catch (OaiError error) {
                boolean echoed = error.code() != Code.badArgument;
                return document(echoed ? verb : null, echoed ? arguments.values() : Map.of(), xml -> tell(xml, error));
            }
        } catch (OaiError error) {
            return document(null, Map.of(), xml -> tell(xml, error));
        }
    }

    private static void tell(Xml xml, OaiError error) {
        xml.text("error", error.getMessage(), "code", error.code().name());
    }

    /** @param verb null if the request element has no attributes: after badVerb and badArgument */
    private String document(@Nullable String verb, Map<String, String> arguments, Consumer<Xml> content) {
        var attributes = new ArrayList<@Nullable String>();
        if (verb != null) {
            attributes.addAll(List.of("verb", verb));
            arguments.forEach((name, value) -> attributes.addAll(List.of(name, value)));
        }
        return Xml.document(xml -> xml.element(
                "OAI-PMH",
                in -> {
                    in.text("responseDate", time(now));
                    in.text("request", site + "/oai", attributes.toArray(new @Nullable String[0]));
                    content.accept(in);
                },
                "xmlns",
                "http://www.openarchives.org/OAI/2.0/",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"));
    }

    private Consumer<Xml> content(String verb, Arguments arguments) {
        return switch (verb) {
            case "Identify" -> this::identify;
            case "ListMetadataFormats" -> formats(arguments);
            case "ListSets" -> sets(arguments);
            case "GetRecord" -> record(arguments);
            default -> list(verb, arguments);
        };
    }

    private void identify(Xml xml) {
        xml.text("repositoryName", node.organisation().name());
        xml.text("baseURL", site + "/oai");
        xml.text("protocolVersion", "2.0");
        xml.text("adminEmail", node.contact().email());
        xml.text(
                "earliestDatestamp",
                time(items.stream()
                        .map(Item::datestamp)
                        .min(Comparator.naturalOrder())
                        .orElse(now)));
        xml.text("deletedRecord", "persistent");
        xml.text("granularity", "YYYY-MM-DDThh:mm:ssZ");
        xml.text("compression", "gzip");
        xml.element("description", in -> new NodeRecords(node, site).registry(in));
    }

    private Consumer<Xml> formats(Arguments arguments) {
        String identifier = arguments.value("identifier");
        Set<MetadataPrefix> known = identifier == null
                ? Set.of(MetadataPrefix.values())
                : item(identifier).records().keySet();
        return xml -> Arrays.stream(MetadataPrefix.values())
                .filter(known::contains)
                .forEach(p -> xml.element(
                        "metadataFormat",
                        in -> in.text("metadataPrefix", p.word())
                                .text("schema", p.schema())
                                .text("metadataNamespace", p.namespace())));
    }

    private Consumer<Xml> sets(Arguments arguments) {
        if (arguments.token().isPresent()) {
            throw new OaiError(Code.badResumptionToken, "the list of sets comes in one piece");
        }
        return xml -> sets.forEach((spec, name) ->
                xml.element("set", in -> in.text("setSpec", spec).text("setName", name)));
    }

    private Item item(String identifier) {
        return items.stream()
                .filter(i -> i.identifier().equalsIgnoreCase(identifier))
                .findFirst()
                .orElseThrow(
                        () -> new OaiError(Code.idDoesNotExist, "there is no item `%s` here".formatted(identifier)));
    }

    private Consumer<Xml> record(Arguments arguments) {
        String identifier = arguments.required("identifier");
        MetadataPrefix prefix = prefix(arguments.required("metadataPrefix"));
        Item item = item(identifier);
        if (!item.records().containsKey(prefix)) {
            throw new OaiError(
                    Code.cannotDisseminateFormat, "`%s` has no form %s".formatted(identifier, prefix.word()));
        }
        return xml -> Records.record(xml, item, prefix);
    }

    private static MetadataPrefix prefix(String word) {
        return MetadataPrefix.of(word)
                .orElseThrow(() ->
                        new OaiError(Code.cannotDisseminateFormat, "there is no metadata format `%s`".formatted(word)));
    }

    private Consumer<Xml> list(String verb, Arguments arguments) {
        try {
            return new Listing(this, verb, arguments).content();
        } catch (OaiError error) {
            boolean resumed = arguments.values().containsKey("resumptionToken");
            throw resumed && arguments.values().size() == 1
                    ? new OaiError(Code.badResumptionToken, String.valueOf(error.getMessage()))
                    : error;
        }
    }

    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The prefix of that name, which must be there. */
    static MetadataPrefix prefixOf(String word) {
        return prefix(word);
    }
}
