package org.heralddata.serve.vo.registry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.heralddata.serve.node.Ivoid;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.xml.Xml;
import org.jspecify.annotations.Nullable;

/** What all VOResource records have in common (VOResource 1.1, sections 3.1 and 3.2). */
final class RecordWriter {
    private static final int SHORT = 16;

    private RecordWriter() {}

    /** The element {@code ri:Resource} with its namespaces. */
    static void resource(Xml xml, String type, Instant created, Instant updated, Consumer<Xml> content) {
        String[] declared = Namespaces.declared();
        @Nullable String[] attributes = new @Nullable String[declared.length + 12];
        System.arraycopy(declared, 0, attributes, 0, declared.length);
        String[] own = {
            "xmlns",
            "", // elements within are of no namespace, whatever the document around has
            "xsi:type",
            type,
            "created",
            time(created),
            "updated",
            time(updated),
            "status",
            "active",
            "version",
            "1.1"
        };
        System.arraycopy(own, 0, attributes, declared.length, own.length);
        xml.element("ri:Resource", content, attributes);
    }

    /** To the second, without a zone: VOResource 1.1 wants UTC, with or without {@code Z}. */
    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static void names(Xml xml, String title, String shortName, String identifier) {
        xml.text("title", token(title));
        xml.text("shortName", shortened(shortName));
        xml.text("identifier", identifier);
    }

    private static String shortened(String name) {
        return name.length() <= SHORT ? name : name.substring(0, SHORT);
    }

    /** In one line, as {@code xs:token} has it. */
    static String token(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    static void publisher(Xml xml, Node node) {
        xml.text("publisher", token(node.organisation().name()), "ivo-id", Ivoid.organisation(node));
    }

    static void contact(Xml xml, Node node) {
        xml.element(
                "contact",
                in -> in.text("name", token(node.contact().name()))
                        .text("email", node.contact().email()));
    }

    /** Curation of what describes the node itself. */
    static void curation(Xml xml, Node node) {
        xml.element("curation", in -> {
            publisher(in, node);
            in.element(
                    "creator", one -> one.text("name", token(node.organisation().name())));
            in.text("date", time(node.since()), "role", "Updated");
            contact(in, node);
        });
    }

    static void content(Xml xml, String subject, String description, String referenceUrl, String type) {
        xml.element(
                "content",
                in -> in.text("subject", subject)
                        .text("description", description)
                        .text("referenceURL", referenceUrl)
                        .text("type", type)
                        .text("contentLevel", "Research"));
    }
}
