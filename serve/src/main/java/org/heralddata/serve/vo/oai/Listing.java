package org.heralddata.serve.vo.oai;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.heralddata.serve.vo.oai.OaiError.Code;
import org.heralddata.serve.xml.Xml;
import org.jspecify.annotations.Nullable;

/** A list of headers or records, from its beginning or from where a token says (OAI-PMH 2.0, section 3.5). */
final class Listing {
    private static final List<String> NAMES = List.of("metadataPrefix", "set", "from", "until");

    private final OaiProtocol protocol;
    private final String verb;
    private final Optional<ResumptionToken> token;
    private final Arguments asked;

    Listing(OaiProtocol protocol, String verb, Arguments arguments) {
        this.protocol = protocol;
        this.verb = verb;
        token = arguments.token().map(text -> ResumptionToken.read(text, verb, protocol.now()));
        asked = token.map(Listing::arguments).orElse(arguments);
    }

    private static Arguments arguments(ResumptionToken token) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String value = token.arguments().get(i);
            if (value != null) {
                given.put(NAMES.get(i), List.of(value));
            }
        }
        return new Arguments(given, Set.copyOf(NAMES));
    }

    Consumer<Xml> content() {
        MetadataPrefix prefix = OaiProtocol.prefixOf(asked.required("metadataPrefix"));
        asked.checkSpan();
        List<Item> all = matching(prefix);
        List<Item> left = token.map(t -> after(all, t)).orElse(all);
        if (left.isEmpty()) {
            throw new OaiError(
                    Code.noRecordsMatch,
                    token.isPresent() ? "nothing is left of this list" : "nothing matches these arguments");
        }
        List<Item> part = left.subList(0, Math.min(protocol.page(), left.size()));
        int before = token.map(ResumptionToken::given).orElse(0);
        boolean more = part.size() < left.size();
        return xml -> {
            for (Item item : part) {
                if (verb.equals("ListRecords")) {
                    Records.record(xml, item, prefix);
                } else {
                    Records.header(xml, item);
                }
            }
            if (more || token.isPresent()) {
                tokenElement(xml, more ? next(part.getLast(), before + part.size()) : null, before, left.size());
            }
        };
    }

    private List<Item> matching(MetadataPrefix prefix) {
        Instant from = asked.from().orElse(Instant.MIN);
        Instant until = asked.until().orElse(Instant.MAX);
        String set = asked.value("set");
        return protocol.items().stream()
                .filter(i -> i.records().containsKey(prefix))
                .filter(i -> set == null || i.isIn(set))
                .filter(i -> !i.datestamp().isBefore(from) && !i.datestamp().isAfter(until))
                .toList();
    }

    private static List<Item> after(List<Item> all, ResumptionToken token) {
        return all.stream()
                .filter(i -> i.datestamp().isAfter(token.stamp())
                        || (i.datestamp().equals(token.stamp())
                                && i.identifier().compareTo(token.identifier()) > 0))
                .toList();
    }

    private ResumptionToken next(Item last, int given) {
        List<@Nullable String> arguments = new ArrayList<>(Arrays.asList(new @Nullable String[NAMES.size()]));
        for (int i = 0; i < NAMES.size(); i++) {
            arguments.set(i, asked.value(NAMES.get(i)));
        }
        return new ResumptionToken(
                verb,
                Collections.unmodifiableList(arguments),
                last.datestamp(),
                last.identifier(),
                given,
                protocol.now().plus(ResumptionToken.LIFE));
    }

    /** The last part has an empty one. */
    private static void tokenElement(Xml xml, @Nullable ResumptionToken next, int before, int left) {
        String size = Integer.toString(before + left);
        String cursor = Integer.toString(before);
        if (next == null) {
            xml.empty("resumptionToken", "completeListSize", size, "cursor", cursor);
        } else {
            xml.text(
                    "resumptionToken",
                    Objects.requireNonNull(next).write(),
                    "expirationDate",
                    OaiProtocol.time(next.expires()),
                    "completeListSize",
                    size,
                    "cursor",
                    cursor);
        }
    }
}
