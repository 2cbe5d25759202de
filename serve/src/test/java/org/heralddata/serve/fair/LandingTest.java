package org.heralddata.serve.fair;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.heralddata.model.publication.Doi;
import org.heralddata.model.publication.DoiState;
import org.heralddata.model.publication.PublicState;
import org.heralddata.model.publication.Withdrawal;
import org.heralddata.serve.FakeFiles;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.Nodes;
import org.heralddata.serve.ServerSettings;
import org.heralddata.serve.portal.FakeCollections;
import org.heralddata.serve.portal.FakeData;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.Schemas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Landing pages as machines see them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LandingTest {
    private static final String PAGE = "/collections/gamma-toy";
    private static final String RELEASE = PAGE + "/releases/r2";
    private static final Instant CHANGED = Instant.parse("2026-11-22T10:00:00Z");

    private final FakeCollections collections = new FakeCollections(80);
    private HeraldServer server;
    private HttpClient client;

    @BeforeAll
    void start() {
        collections.states.put(
                "gamma-toy/r2", new PublicState(new Doi("10.5072/gamma-toy.r2"), DoiState.FINDABLE, null, CHANGED));
        collections.states.put(
                "gamma-toy/r1", new PublicState(new Doi("10.5072/gamma-toy.r1"), DoiState.DRAFT, null, CHANGED));
        collections.states.put(
                "shower-toy/r1", new PublicState(null, null, new Withdrawal(CHANGED, "wrong <times>"), CHANGED));
        collections.states.put(
                "neutrino-toy", new PublicState(null, null, new Withdrawal(CHANGED, "wrong tracks"), CHANGED));
        server = HeraldServer.start(
                new FakeData(collections), FakeFiles.none(), new ServerSettings(null, 0, Nodes.toy()));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    void stop() {
        server.close();
        client.close();
    }

    private String site() {
        return "http://localhost:" + server.port();
    }

    private HttpResponse<String> get(String address, String accept) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address.startsWith("http") ? address : site() + address))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String address) throws Exception {
        return JsonMapper.shared().readTree(get(address, "*/*").body());
    }

    @ParameterizedTest
    @EnumSource
    void everyFormHasAnAddressAndAMediaType(Representation form) throws Exception {
        for (String page : List.of(PAGE, RELEASE)) {
            HttpResponse<String> named = get(page + "?format=" + form.format(), "text/html");
            HttpResponse<String> negotiated = get(page, form.mediaType().toString());
            assertThat(named.statusCode()).isEqualTo(200);
            assertThat(named.body()).isEqualTo(negotiated.body()).isNotBlank();
            assertThat(negotiated.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(
                            t -> assertThat(t).startsWith(form.mediaType().toString()));
            assertThat(negotiated.headers().allValues("Vary"))
                    .anyMatch(v -> v.toLowerCase(Locale.ROOT).contains("accept"));
            assertThat(named.headers().firstValue("Link"))
                    .hasValue("<%s%s>; rel=\"describes\"; type=\"text/html\"".formatted(site(), page));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|text/html",
                "*/*|text/html",
                "application/pdf|text/html",
                "nonsense|text/html",
                "application/x-bibtex;q=0.5, text/turtle|text/turtle",
                "application/x-bibtex, text/html;q=0.2|application/x-bibtex",
                "text/turtle;q=0|text/html"
            })
    void theBestFormIsChosen(String accept, String type) throws Exception {
        assertThat(get(PAGE, accept).headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith(type));
    }

    @Test
    void refusesAFormThatIsNotThere() throws Exception {
        assertThat(get(PAGE + "?format=docx", "text/html").statusCode()).isEqualTo(400);
    }

    @Test
    void pagesAreSignposted() throws Exception {
        List<String> links = get(RELEASE, "text/html").headers().allValues("Link");
        assertThat(links)
                .contains(
                        "<https://doi.org/10.5072/gamma-toy.r2>; rel=\"cite-as\"",
                        "<https://schema.org/Dataset>; rel=\"type\"",
                        "<https://schema.org/AboutPage>; rel=\"type\"",
                        "<https://spdx.org/licenses/CC-BY-4.0>; rel=\"license\"",
                        "<https://orcid.org/0000-0002-1825-0097>; rel=\"author\"",
                        "<%s%s?format=datacite-xml>; rel=\"describedby\"; type=\"application/vnd.datacite.datacite+xml\""
                                .formatted(site(), RELEASE),
                        "<%s%s?format=linkset>; rel=\"linkset\"; type=\"application/linkset+json\""
                                .formatted(site(), RELEASE),
                        "<%s/files/gamma-toy/r2/gamma-toy/events/r2/part-0.parquet>; rel=\"item\"; type=\"application/vnd.apache.parquet\""
                                .formatted(site()));
        assertThat(get(PAGE, "text/html").headers().allValues("Link"))
                .contains("<%s%s>; rel=\"cite-as\"".formatted(site(), PAGE));
    }

    @Test
    void theLinksetLinksBothWays() throws Exception {
        JsonNode contexts = json(RELEASE + "?format=linkset").path("linkset");
        JsonNode page = contexts.get(0);
        assertThat(page.path("anchor").asString()).isEqualTo(site() + RELEASE);
        for (JsonNode description : page.path("describedby")) {
            HttpResponse<String> there = get(description.path("href").asString(), "*/*");
            assertThat(there.statusCode()).isEqualTo(200);
            assertThat(there.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(description.path("type").asString());
        }
        List<String> items = page.path("item")
                .valueStream()
                .map(i -> i.path("href").asString())
                .toList();
        List<String> back = contexts.valueStream()
                .filter(c ->
                        c.path("collection").path(0).path("href").asString("").equals(site() + RELEASE))
                .map(c -> c.path("anchor").asString())
                .toList();
        assertThat(items).isNotEmpty().isEqualTo(back);
        assertThat(contexts.valueStream().filter(c -> c.has("describes"))).hasSize(8);
    }

    @Test
    void aDoiThatIsOnlyReservedIsNotShown() throws Exception {
        assertThat(get(PAGE + "/releases/r1", "text/html").body()).doesNotContain("10.5072/gamma-toy.r1");
        assertThat(get(RELEASE, "text/html").body()).contains("https://doi.org/10.5072/gamma-toy.r2");
    }

    @Test
    void dataCiteXmlKeepsToItsSchema() throws Exception {
        for (String page : List.of(PAGE, RELEASE)) {
            String xml = get(page + "?format=datacite-xml", "*/*").body();
            assertThat(Schemas.faults(xml)).as(xml).isEmpty();
            assertThat(Schemas.faults(xml.replace("dateType=\"Issued\"", "dateType=\"Born\"")))
                    .isNotEmpty();
        }
    }

    @Test
    void releasesNameTheirNeighbours() throws Exception {
        JsonNode release = json(RELEASE + "?format=datacite-json").path("relatedIdentifiers");
        assertThat(release.toString()).contains("IsVersionOf", "IsNewVersionOf", "References");
        JsonNode whole = json(PAGE + "?format=datacite-json").path("relatedIdentifiers");
        assertThat(whole.valueStream()
                        .filter(r -> r.path("relationType").asString().equals("HasVersion"))
                        .map(r -> r.path("relatedIdentifier").asString()))
                .containsExactly("10.5072/gamma-toy.r2", site() + PAGE + "/releases/r1");
    }

    /** {@code datacite} holds the JSON to DataCite's schema and makes XML of it; rdflib reads both forms of DCAT. */
    @Test
    void othersReadAllForms(@TempDir Path folder) throws Exception {
        for (String page : List.of(PAGE, RELEASE)) {
            for (Representation form : Representation.values()) {
                Files.writeString(
                        folder.resolve(form.format()),
                        get(page + "?format=" + form.format(), "*/*").body());
            }
            String told = Oracle.python("datacite", "rdflib", "lxml", "pybtex").run("""
                    import json, sys
                    from pybtex.database import parse_string
                    from datacite import schema45
                    from lxml import etree
                    from rdflib import Graph, Namespace, RDF, Literal
                    from rdflib.compare import isomorphic
                    folder = sys.argv[1]
                    text = lambda name: open(f'{folder}/{name}', encoding='utf-8', newline='').read()
                    record = json.loads(text('datacite-json'))
                    schema45.validator.validate(record)
                    bad = dict(record, publicationYear='soon')
                    assert not schema45.validator.is_valid(bad)

                    def shape(element):
                        tag = etree.QName(element).localname
                        attributes = {k: v for k, v in element.attrib.items() if 'XMLSchema' not in k}
                        children = sorted((shape(c) for c in element), key=repr)
                        return tag, (element.text or '').strip() if not children else '', sorted(attributes.items()), children
                    ours = etree.fromstring(text('datacite-xml').encode())
                    if 'doi' not in record:
                        ours.remove(ours.find('{*}identifier'))
                    theirs = etree.fromstring(schema45.tostring(record).encode())
                    assert shape(ours) == shape(theirs), (shape(ours), shape(theirs))

                    turtle = Graph().parse(data=text('dcat-turtle'), format='turtle')
                    jsonld = Graph().parse(data=text('dcat-jsonld'), format='json-ld')
                    assert isomorphic(turtle, jsonld)
                    dcat = Namespace('http://www.w3.org/ns/dcat#')
                    dct = Namespace('http://purl.org/dc/terms/')
                    [dataset] = turtle.subjects(RDF.type, dcat.Dataset)
                    for needed in (dct.title, dct.description, dct.publisher, dcat.contactPoint, dcat.distribution):
                        assert turtle.value(dataset, needed) is not None or len(list(turtle.objects(dataset, needed))) > 0
                    for distribution in turtle.objects(dataset, dcat.distribution):
                        assert (distribution, dcat.accessURL, None) in turtle

                    [entry] = parse_string(text('bibtex'), 'bibtex').entries.values()
                    assert entry.fields['year'] == '2026' and entry.fields['url'] == 'https://doi.org/10.5072/gamma-toy.r2'
                    assert [str(a).strip('{}') for a in entry.persons['author']] == ['Toy Collaboration', 'Curie, Marie']
                    ris = text('ris')
                    assert ris.startswith('TY  - DATA\\r\\n') and ris.endswith('ER  - \\r\\n'), ris
                    assert json.loads(text('schema-org'))['@type'] == 'Dataset'
                    item = json.loads(text('csl-json'))
                    assert item['type'] == 'dataset' and item['DOI'] == '10.5072/gamma-toy.r2', item
                    assert item['author'] == [{'literal': 'Toy Collaboration'}, {'family': 'Curie', 'given': 'Marie'}], item
                    assert item['issued']['date-parts'][0][0] == 2026
                    print('read')
                    """, folder);
            assertThat(told).isEqualTo("read");
        }
    }

    /** Of all that is given out; the same graph in both forms, and with the data sets' own descriptions in it. */
    @Test
    void theCatalogueHoldsEverything(@TempDir Path folder) throws Exception {
        HttpResponse<String> turtle = get("/catalog", "*/*");
        assertThat(turtle.headers().firstValue("Content-Type")).hasValue("text/turtle;charset=UTF-8");
        Files.writeString(folder.resolve("turtle"), turtle.body());
        Files.writeString(
                folder.resolve("jsonld"), get("/catalog", "application/ld+json").body());
        Files.writeString(
                folder.resolve("one"), get(PAGE + "?format=dcat-turtle", "*/*").body());
        assertThat(get("/catalog?page=7", "*/*").statusCode()).isEqualTo(400);
        assertThat(get("/", "text/html").headers().allValues("Link"))
                .contains("<%s/catalog>; rel=\"describedby\"; type=\"text/turtle\"".formatted(site()));
        String told = Oracle.python("rdflib").run("""
                import sys
                from rdflib import Graph, Namespace, RDF, URIRef
                from rdflib.compare import isomorphic
                folder, site = sys.argv[1:]
                turtle = Graph().parse(folder + '/turtle', format='turtle')
                assert isomorphic(turtle, Graph().parse(folder + '/jsonld', format='json-ld'))
                dcat, dct = Namespace('http://www.w3.org/ns/dcat#'), Namespace('http://purl.org/dc/terms/')
                catalog = URIRef(site + '/catalog')
                assert (catalog, RDF.type, dcat.Catalog) in turtle
                for needed in (dct.title, dct.description, dct.publisher):
                    assert turtle.value(catalog, needed) is not None, needed
                named = set(turtle.objects(catalog, dcat.dataset))
                assert named == set(turtle.subjects(RDF.type, dcat.Dataset)), named
                assert URIRef(site + '/collections/gamma-toy') in named
                assert not any('neutrino-toy' in n for n in named), named
                [one] = Graph().parse(folder + '/one', format='turtle').subjects(RDF.type, dcat.Dataset)
                assert one in named
                print('read')
                """, folder, site());
        assertThat(told).isEqualTo("read");
    }

    /** FAIR signposting of items, so that who has a file finds what it belongs to. */
    @Test
    void filesAndExportsSayWhatTheyBelongTo() throws Exception {
        assertThat(get("/api/v1/collections/gamma-toy/tables/events/rows?format=csv&release=r2", "*/*")
                        .headers()
                        .allValues("Link"))
                .contains(
                        "</api/v1/collections/gamma-toy/tables/events>; rel=\"describedby\", </collections/gamma-toy>; rel=\"collection\"");
        assertThat(get("/files/gamma-toy/r2/SHA256SUMS", "*/*").headers().allValues("Link"))
                .contains("<%s%s>; rel=\"collection\"; type=\"text/html\"".formatted(site(), RELEASE));
    }

    @Test
    void whatWasWithdrawnSaysSoAndWhy() throws Exception {
        HttpResponse<String> release = get("/collections/shower-toy/releases/r1", "text/html");
        assertThat(release.statusCode()).isEqualTo(410);
        assertThat(release.body())
                .contains("2026-11-22", "wrong &lt;times&gt;", "href=\"/collections/shower-toy\"", "release r1");
        HttpResponse<String> whole = get("/collections/neutrino-toy", "text/html");
        assertThat(whole.statusCode()).isEqualTo(410);
        assertThat(whole.body()).contains("wrong tracks", "data@example.org");
        assertThat(get("/", "text/html").body()).doesNotContain("neutrino-toy");
        assertThat(get("/collections/shower-toy", "text/html").body()).doesNotContain("releases/r1");
    }
}
