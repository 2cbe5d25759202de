package org.heralddata.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The XML schemas of OAI-PMH, the IVOA and DataCite, offline: where they are from says {@code schemas/SOURCE.md} beside them.
 */
public final class Schemas {
    private static final String FOLDER = "/schemas/";
    private static final String DATACITE = "xsd/datacite/v4.3/metadata.xsd";

    /** What each namespace is described by. */
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
            Map.entry("http://schema.datacite.org/oai/oai-1.1/", "oai-datacite.xsd"),
            Map.entry("http://datacite.org/schema/kernel-4", DATACITE),
            Map.entry("http://www.w3.org/1999/xlink", "xlink.xsd"),
            Map.entry("http://www.w3.org/XML/1998/namespace", "xml.xsd"));

    private Schemas() {}

    /** What is wrong with a document by the schemas of its namespaces; empty if nothing is. */
    public static List<String> faults(String document) {
        var faults = new ArrayList<String>();
        try {
            Validator validator = Loaded.SCHEMA.newValidator();
            validator.setErrorHandler(new Gatherer(faults));
            validator.validate(new StreamSource(new StringReader(document)));
        } catch (SAXException broken) {
            faults.add(String.valueOf(broken.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return faults;
    }

    /** Read once: it takes a second. */
    private static final class Loaded {
        static final Schema SCHEMA = load();

        private Loaded() {}

        private static Schema load() {
            try {
                SchemaFactory factory = SchemaFactory.newDefaultInstance();
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                var inputs = (DOMImplementationLS)
                        DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
                factory.setResourceResolver(new Resolver(inputs));
                return factory.newSchema(BY_NAMESPACE.values().stream()
                        .sorted()
                        .map(Loaded::source)
                        .toArray(Source[]::new));
            } catch (SAXException | ReflectiveOperationException broken) {
                throw new IllegalStateException(broken);
            }
        }

        private static Source source(String name) {
            return new StreamSource(open(name), "file:/schemas/" + name);
        }
    }

    private static InputStream open(String name) {
        InputStream found = Schemas.class.getResourceAsStream(FOLDER + name);
        if (found == null) {
            throw new IllegalStateException("no schema " + name);
        }
        return found;
    }

    /** Finds schemas by namespace; parts of DataCite's by name, in the newest version that the part has. */
    private record Resolver(DOMImplementationLS inputs) implements LSResourceResolver {

        @Override
        public LSInput resolveResource(
                String type,
                @Nullable String namespace,
                @Nullable String publicId,
                @Nullable String systemId,
                @Nullable String base) {
            String known = namespace == null ? null : BY_NAMESPACE.get(namespace);
            String name = DATACITE.equals(known) ? part(String.valueOf(systemId)) : known;
            if (name == null) {
                throw new IllegalStateException("no schema of " + namespace + " at " + systemId);
            }
            LSInput input = inputs.createLSInput();
            input.setByteStream(open(name));
            input.setSystemId("file:/schemas/" + name);
            return input;
        }

        private static String part(String systemId) {
            String name = systemId.substring(systemId.lastIndexOf('/') + 1);
            return Stream.of("4.3", "4.1", "4")
                    .map(v -> "xsd/datacite/v%s/%s".formatted(v, name.replace("-v4.xsd", "-v" + v + ".xsd")))
                    .filter(path -> Schemas.class.getResource(FOLDER + path) != null)
                    .findFirst()
                    .orElse(DATACITE);
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
