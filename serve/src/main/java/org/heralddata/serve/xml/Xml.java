package org.heralddata.serve.xml;

import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * An XML text in the making. Names are written as given, with their prefixes; attributes are pairs of name and value, of
 * which those without value are left out. What XML 1.0 has no place for becomes U+FFFD.
 */
public final class Xml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    private Xml() {
        try {
            out = FACTORY.createXMLStreamWriter(text);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A document whose root is written by {@code content}. */
    public static String document(Consumer<Xml> content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + fragment(content);
    }

    /** Elements to be set into a document. */
    public static String fragment(Consumer<Xml> content) {
        var xml = new Xml();
        content.accept(xml);
        try {
            xml.out.flush();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return xml.text.toString();
    }

    /** An element with others in it. */
    public Xml element(String name, Consumer<Xml> content, @Nullable String... attributes) {
        try {
            out.writeStartElement(name);
            attributes(attributes);
            content.accept(this);
            out.writeEndElement();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return this;
    }

    /** An element with text; nothing at all if there is no text. */
    public Xml text(String name, @Nullable String value, @Nullable String... attributes) {
        if (value == null || value.isBlank()) {
            return this;
        }
        return element(name, xml -> xml.characters(value), attributes);
    }

    /** An element without content. */
    public Xml empty(String name, @Nullable String... attributes) {
        try {
            out.writeEmptyElement(name);
            attributes(attributes);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return this;
    }

    private void attributes(@Nullable String... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            String value = pairs[i + 1];
            if (value != null) {
                out.writeAttribute(String.valueOf(pairs[i]), legal(value));
            }
        }
    }

    /** Text between elements. */
    public void characters(String value) {
        try {
            out.writeCharacters(legal(value));
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A text for elements and for attributes in double quotes, of documents that are written as strings. */
    public static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        legal(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\t', '\r' -> out.append("&#").append(c).append(';');
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** XML 1.0, section 2.2. */
    private static String legal(String value) {
        return value.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || (c >= 0x20 && c <= 0xD7FF)
                                || (c >= 0xE000 && c <= 0xFFFD)
                                || c >= 0x10000
                        ? c
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
