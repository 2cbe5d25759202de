package org.heralddata.serve.fair;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.json.JsonMapper;

/** The forms that a landing page has for machines, each with an address of its own: {@code ?format=} its name. */
public enum Representation {
    DATACITE_JSON("datacite-json", "application/vnd.datacite.datacite+json", "DataCite JSON"),
    DATACITE_XML("datacite-xml", "application/vnd.datacite.datacite+xml", "DataCite XML"),
    SCHEMA_ORG("schema-org", "application/ld+json", "schema.org"),
    DCAT_TURTLE("dcat-turtle", "text/turtle", "DCAT-AP Turtle"),
    DCAT_JSON_LD("dcat-jsonld", "application/ld+json;profile=\"http://www.w3.org/ns/dcat#\"", "DCAT-AP JSON-LD"),
    BIBTEX("bibtex", "application/x-bibtex", "BibTeX"),
    CSL_JSON("csl-json", "application/vnd.citationstyles.csl+json", "CSL-JSON"),
    RIS("ris", "application/x-research-info-systems", "RIS"),
    LINKSET("linkset", "application/linkset+json", "Linkset");

    private final String format;
    private final String mediaType;
    private final String label;

    Representation(String format, String mediaType, String label) {
        this.format = format;
        this.mediaType = mediaType;
        this.label = label;
    }

    /** Its name in addresses. */
    public String format() {
        return format;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    public MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    /** Where it is. */
    public String url(Dataset dataset) {
        return dataset.url() + "?format=" + format;
    }

    public String write(Dataset dataset) {
        return switch (this) {
            case DATACITE_JSON -> json(DataCiteJson.of(dataset));
            case DATACITE_XML -> DataCiteXml.of(dataset);
            case SCHEMA_ORG -> json(SchemaOrg.of(dataset));
            case DCAT_TURTLE -> Dcat.turtle(dataset);
            case DCAT_JSON_LD -> json(Dcat.jsonLd(dataset));
            case BIBTEX -> BibTex.of(dataset);
            case CSL_JSON -> json(CslJson.of(dataset));
            case RIS -> Ris.of(dataset);
            case LINKSET -> json(Signposting.linkset(dataset));
        };
    }

    private static String json(Map<String, Object> content) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n";
    }

    /** Those that describe the data, without the list of links. */
    public static List<Representation> descriptions() {
        return Arrays.stream(values()).filter(r -> r != LINKSET).toList();
    }

    /**
     * What a visitor wants; empty for the page.
     *
     * @param name   the address's {@code format}; null if it has none
     * @param accept the request's header; null if it has none
     * @throws Refusal if no form has that name
     */
    public static Optional<Representation> wanted(@Nullable String name, @Nullable String accept) {
        if (name != null && !name.isEmpty() && !name.equals("html")) {
            return Optional.of(named(name));
        }
        return name == null && accept != null ? negotiated(accept) : Optional.empty();
    }

    private static Representation named(String name) {
        return Arrays.stream(values())
                .filter(r -> r.format.equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(Diagnostic.error(
                                QueryCode.NO_FORMAT, "there is no metadata format `%s`".formatted(name))
                        .helped("formats: "
                                + Arrays.stream(values()).map(r -> r.format).collect(Collectors.joining(", ")))));
    }

    /** The first type that one of them, or the page, can answer (RFC 9110, section 12.5.1); the page if none can. */
    private static Optional<Representation> negotiated(String accept) {
        List<MediaType> types;
        try {
            types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
        } catch (InvalidMediaTypeException malformed) {
            return Optional.empty();
        }
        List<MediaType> byWeight = types.stream()
                .filter(t -> t.getQualityValue() > 0)
                .sorted((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()))
                .toList();
        for (MediaType type : byWeight) {
            if (type.includes(MediaType.TEXT_HTML)) {
                return Optional.empty();
            }
            Optional<Representation> fitting =
                    Arrays.stream(values()).filter(r -> r.fits(type)).findFirst();
            if (fitting.isPresent()) {
                return fitting;
            }
        }
        return Optional.empty();
    }

    private boolean fits(MediaType asked) {
        MediaType own = mediaType();
        String profile = own.getParameter("profile");
        return asked.equalsTypeAndSubtype(own)
                && (profile == null
                        ? asked.getParameter("profile") == null
                        : profile.equals(asked.getParameter("profile")));
    }
}
