package org.heralddata.formats.votable;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/** Parses XML of strangers: fetches nothing, expands no entities but the five of XML, tells line and column of mistakes. */
final class SafeXml {

    private static final int LONGEST_MESSAGE = 300;

    /** A parser may quote the file at any length; the patterns look at every letter of a word many times. */
    private static final int LOOKED_AT = 10 * LONGEST_MESSAGE;

    private static final Pattern JAVA_CLASS = Pattern.compile("\\bjava\\.(?:\\w+\\.)+(\\w+)\\b(?<!Exception)");
    private static final Pattern JAVA_NAME =
            Pattern.compile("(Can't overwrite cause with )?(\\w+\\.)+\\w*Exception:? ?");

    private SafeXml() {}

    static void parse(SourceText source, ContentHandler handler) throws IOException {
        try (InputStream in = source.open()) {
            XMLReader reader = reader(source);
            reader.setContentHandler(new XmlLimits(source, handler));
            reader.parse(new InputSource(XmlLimits.watched(source, in)));
        } catch (SAXParseException broken) {
            throw new Refusal(
                    Diagnostic.error(
                            VotableCode.BROKEN_XML,
                            "the XML is broken: " + message(broken),
                            source.at(broken.getLineNumber(), broken.getColumnNumber())),
                    broken);
        } catch (SAXException broken) {
            throw new Refusal(Diagnostic.error(VotableCode.BROKEN_DATA, message(broken), source.at(0, 0)), broken);
        } catch (EOFException
                | ZipException
                | CharConversionException
                | CharacterCodingException
                | UnsupportedEncodingException broken) {
            throw new Refusal(
                    Diagnostic.error(
                            VotableCode.BROKEN_XML, "the file is damaged: " + message(broken), source.at(0, 0)),
                    broken);
        }
    }

    /** What a parser says in words of its own, without the Java of its accidents; the first line, shortened. */
    static String message(Exception broken) {
        String message = broken.getMessage();
        if (message == null
                || broken instanceof NullPointerException
                || broken instanceof ClassCastException
                || broken instanceof IndexOutOfBoundsException
                || broken instanceof NegativeArraySizeException) {
            return "its parts contradict each other";
        }
        String quoted = message.length() <= LOOKED_AT ? message : message.substring(0, LOOKED_AT);
        String line = quoted.lines().findFirst().orElse("").strip();
        line = JAVA_CLASS.matcher(line).replaceAll("$1");
        line = JAVA_NAME.matcher(line).replaceAll("").strip().replaceFirst("[.:]+$", "");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }

    private static XMLReader reader(SourceText source) throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            reader.setErrorHandler(new DefaultHandler2() {
                @Override
                public void error(SAXParseException invalid) {
                    // Validity against a DTD is not asked for; well-formedness is a fatal error.
                }
            });
            reader.setProperty("http://xml.org/sax/properties/declaration-handler", new DefaultHandler2() {
                @Override
                public void internalEntityDecl(String name, String value) {
                    throw new Refusal(Diagnostic.error(
                            VotableCode.DECLARES_ENTITIES,
                            "the file declares the XML entity `%s`; a VOTable needs none".formatted(name),
                            source.at(0, 0)));
                }

                @Override
                public void externalEntityDecl(String name, String publicId, String systemId) {
                    internalEntityDecl(name, systemId);
                }
            });
            return reader;
        } catch (ParserConfigurationException unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}
