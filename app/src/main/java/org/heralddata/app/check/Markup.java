package org.heralddata.app.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML of others, read without what it could refer to. */
final class Markup {

    private Markup() {}

    /** The root of a document. */
    static Element parse(Reply reply) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(reply.body())).getDocumentElement();
        } catch (SAXException broken) {
            throw new Unsound(reply.url(), "the answer is not well-formed XML: " + broken.getMessage());
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All elements of a name, at any depth. */
    static List<Element> all(Element within, String name) {
        var found = new ArrayList<Element>();
        var nodes = within.getElementsByTagNameNS("*", name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** Those directly within. */
    static List<Element> children(Element within, String name) {
        var found = new ArrayList<Element>();
        for (Node node = within.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    /** The text of the first element of a name directly within; empty if there is none. */
    static String text(Element within, String name) {
        List<Element> found = children(within, name);
        return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
    }
}
