package org.heralddata.app.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schemas of OAI-PMH and the IVOA, as resources of the program (their origin: {@code SOURCE.md} of the testkit). */
final class XmlSchemas {
    private static final String FOLDER = "/schemas/";
    private static final Map<String, String> BY_NAMESPACE = Map.ofEntries(
            Map.entry("http://www.ivoa.net/xml/VOResource/v1.0", "VOResource.xsd"),
            Map.entry("http://www.ivoa.net/xml/VODataService/v1.1", "VODataService.xsd"),
            Map.entry("http://www.ivoa.net/xml/VORegistry/v1.0", "VORegistry.xsd"),
            Map.entry("http://www.ivoa.net/xml/RegistryInterface/v1.0", "RegistryInterface.xsd"),
            Map.entry("http://www.ivoa.net/xml/TAPRegExt/v1.0", "TAPRegExt.xsd"),
            Map.entry("http://www.ivoa.net/xml/ConeSearch/v1.0", "ConeSearch.xsd"),
            Map.entry("http://www.ivoa.net/xml/StandardsRegExt/v1.0", "StandardsRegExt.xsd"),
            Map.entry("http://www.ivoa.net/xml/VOSIAvailability/v1.0", "VOSIAvailability.xsd"),
            Map.entry("http://www.ivoa.net/xml/VOSICapabilities/v1.0", "VOSICapabilities.xsd"),
            Map.entry("http://www.ivoa.net/xml/VOSITables/v1.0", "VOSITables.xsd"),
            Map.entry("http://www.ivoa.net/xml/UWS/v1.0", "UWS.xsd"),
            Map.entry("http://www.ivoa.net/xml/STC/stc-v1.30.xsd", "stc.xsd"),
            Map.entry("http://www.openarchives.org/OAI/2.0/", "OAI-PMH.xsd"),
            Map.entry("http://www.openarchives.org/OAI/2.0/oai_dc/", "oai_dc.xsd"),
            Map.entry("http://purl.org/dc/elements/1.1/", "simpledc20021212.xsd"),
            Map.entry("http://www.w3.org/1999/xlink", "xlink.xsd"),
            Map.entry("http://www.w3.org/XML/1998/namespace", "xml.xsd"));

    private XmlSchemas() {}

    /** Tells what is wrong with a document by the schemas of its namespaces. */
    static void check(Reply reply, Findings found) throws IOException {
        List<String> faults = new ArrayList<>();
        try {
            var validator = Loaded.SCHEMA.newValidator();
            validator.setErrorHandler(new Gatherer(faults));
            validator.validate(new StreamSource(new ByteArrayInputStream(reply.body())));
        } catch (SAXException broken) {
            faults.add(String.valueOf(broken.getMessage()));
        }
        faults.stream()
                .limit(3)
                .forEach(fault -> found.add(
                        reply.url(),
                        "not valid by its XML schema: " + fault,
                        "clients that rely on the schema will refuse it; report it with the document"));
    }

    /** Read once: it takes a second. */
    private static final class Loaded {
        static final Schema SCHEMA = load();

        private static Schema load() {
            try {
                SchemaFactory factory = SchemaFactory.newDefaultInstance();
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                var inputs = (DOMImplementationLS)
                        DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
                factory.setResourceResolver((_, namespace, _, _, _) -> resolve(inputs, namespace));
                return factory.newSchema(BY_NAMESPACE.values().stream()
                        .sorted()
                        .map(name -> new StreamSource(open(name), "file:/schemas/" + name))
                        .toArray(Source[]::new));
            } catch (SAXException | ReflectiveOperationException broken) {
                throw new IllegalStateException(broken);
            }
        }

        private static LSInput resolve(DOMImplementationLS inputs, @Nullable String namespace) {
            String name = namespace == null ? null : BY_NAMESPACE.get(namespace);
            if (name == null) {
                throw new IllegalStateException("no schema of " + namespace);
            }
            LSInput input = inputs.createLSInput();
            input.setByteStream(open(name));
            input.setSystemId("file:/schemas/" + name);
            return input;
        }

        private static InputStream open(String name) {
            InputStream found = XmlSchemas.class.getResourceAsStream(FOLDER + name);
            if (found == null) {
                throw new IllegalStateException("no schema " + name);
            }
            return found;
        }
    }

    private record Gatherer(List<String> faults) implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {
            add(warning);
        }

        @Override
        public void error(SAXParseException error) {
            add(error);
        }

        @Override
        public void fatalError(SAXParseException error) {
            add(error);
        }

        private void add(SAXParseException fault) {
            faults.add("line %d: %s".formatted(fault.getLineNumber(), fault.getMessage()));
        }
    }
}
