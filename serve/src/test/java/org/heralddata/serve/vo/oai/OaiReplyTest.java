package org.heralddata.serve.vo.oai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
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
import org.heralddata.testkit.Schemas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Replies of {@code /oai} over HTTP, each held to the schemas of OAI, the IVOA and DataCite. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OaiReplyTest {
    private static final String GAMMA = "ivo://toy.example.org/gamma-toy";
    private static final Instant CHANGED = Instant.parse("2026-11-22T10:00:00.9Z");

    private final FakeCollections collections = new FakeCollections(80);
    private HeraldServer server;
    private HttpClient client;

    @BeforeAll
    void start() {
        collections.states.put(
                "gamma-toy/r2", new PublicState(new Doi("10.5072/toy.gamma.2"), DoiState.FINDABLE, null, CHANGED));
        collections.states.put(
                "gamma-toy/r1", new PublicState(null, null, new Withdrawal(CHANGED, "wrong times"), CHANGED));
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

    private HttpResponse<String> get(String query) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/oai" + query))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** A reply that keeps to its schemas. */
    private String valid(String query) throws Exception {
        HttpResponse<String> reply = get(query);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
        assertThat(Schemas.faults(reply.body())).as(query + "\n" + reply.body()).isEmpty();
        return reply.body();
    }

    private static List<String> texts(String document, String path) throws Exception {
        var parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(document)));
        var found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, parsed, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?verb=Identify",
                "?verb=ListMetadataFormats",
                "?verb=ListSets",
                "?verb=ListIdentifiers&metadataPrefix=ivo_vor",
                "?verb=ListIdentifiers&metadataPrefix=oai_dc",
                "?verb=ListIdentifiers&metadataPrefix=oai_datacite",
                "?verb=ListRecords&metadataPrefix=ivo_vor",
                "?verb=ListRecords&metadataPrefix=oai_dc",
                "?verb=ListRecords&metadataPrefix=oai_datacite",
                "?verb=ListRecords&metadataPrefix=ivo_vor&set=ivo_managed",
                "?verb=ListRecords&metadataPrefix=oai_dc&set=messenger:photon&from=2026-11-01&until=2030-01-01"
            })
    void everyVerbAndPrefixKeepsToItsSchemas(String query) throws Exception {
        String reply = valid(query);
        assertThat(texts(reply, "//*[local-name()='error']")).isEmpty();
    }

    @Test
    void everyRecordCanBeHadAloneInEveryForm() throws Exception {
        int records = 0;
        for (String prefix : List.of("ivo_vor", "oai_dc", "oai_datacite")) {
            for (String id :
                    texts(valid("?verb=ListIdentifiers&metadataPrefix=" + prefix), "//*[local-name()='identifier']")) {
                String one = valid("?verb=GetRecord&metadataPrefix=" + prefix + "&identifier=" + encoded(id));
                assertThat(texts(one, "//*[local-name()='header']/*[local-name()='identifier']"))
                        .containsExactly(id);
                records++;
            }
            valid("?verb=ListMetadataFormats&identifier=" + encoded(GAMMA));
        }
        assertThat(records).isEqualTo(6 + 12 + 9);
    }

    @Test
    void schemasFindWhatIsWrong() throws Exception {
        String good = valid("?verb=ListRecords&metadataPrefix=ivo_vor");
        assertThat(Schemas.faults(good.replace("<shortName>", "<shortName>much too long for it ")))
                .anySatisfy(f -> assertThat(f).contains("ShortName"));
        assertThat(Schemas.faults(good.replace("xsi:type=\"vs:VOTableType\"", "xsi:type=\"vs:Nothing\"")))
                .isNotEmpty();
        assertThat(Schemas.faults(good.replace("<datestamp>2026", "<datestamp>in 2026")))
                .isNotEmpty();
        String dataCite = valid("?verb=ListRecords&metadataPrefix=oai_datacite");
        assertThat(Schemas.faults(dataCite.replace("relationType=\"HasVersion\"", "relationType=\"Likes\"")))
                .isNotEmpty();
        String dublinCore = valid("?verb=ListRecords&metadataPrefix=oai_dc");
        assertThat(Schemas.faults(dublinCore.replace("dc:title>", "dc:headline>")))
                .isNotEmpty();
    }

    @Test
    void collectionsAreDescribedAsRegistriesNeedIt() throws Exception {
        String record = valid("?verb=GetRecord&metadataPrefix=ivo_vor&identifier=" + encoded(GAMMA));
        assertThat(record)
                .contains(
                        "xsi:type=\"vs:CatalogResource\"",
                        "ivo-id=\"ivo://toy.example.org/herald.org\"",
                        "<subject>gamma-ray-astronomy</subject>",
                        "<waveband>Gamma-ray</waveband>",
                        "rightsURI=\"https://spdx.org/licenses/CC-BY-4.0\"",
                        "<facility>Toy array</facility>",
                        "<altIdentifier>https://orcid.org/0000-0002-1825-0097</altIdentifier>",
                        "Institute of Toys &amp; Tools",
                        "<relatedResource>doi:10.1140/epjc/s10052-018-6221-2</relatedResource>",
                        "<name>gamma-toy.events</name>",
                        "<ucd>pos.eq.ra;meta.main</ucd>",
                        "<unit>TeV</unit>",
                        "extendedType=\"timestamp\"",
                        "xsi:type=\"vs:ParamHTTP\"",
                        "xsi:type=\"cs:ConeSearch\" standardID=\"ivo://ivoa.net/std/ConeSearch\"",
                        "/scs/gamma-toy/events?</accessURL>")
                .containsPattern("<temporal>53005\\.\\d+ 53005\\.\\d+</temporal>")
                .containsPattern("<spectral>\\d\\.\\d+e-08 ")
                .doesNotContain("TableAccess");
        String release = valid("?verb=GetRecord&metadataPrefix=oai_datacite&identifier=" + encoded(GAMMA + "/r2"));
        assertThat(release)
                .contains("<identifier identifierType=\"DOI\">10.5072/toy.gamma.2</identifier>", "IsVersionOf");
    }

    @Test
    void whatWasWithdrawnLeavesADeletedRecord() throws Exception {
        String list = valid("?verb=ListRecords&metadataPrefix=ivo_vor&from=2026-11-22T10:00:00Z");
        assertThat(texts(list, "//*[local-name()='header'][@status='deleted']/*[local-name()='identifier']"))
                .containsExactly("ivo://toy.example.org/neutrino-toy");
        assertThat(texts(list, "//*[local-name()='record'][*[@status='deleted']]/*[local-name()='metadata']"))
                .isEmpty();
        String dataCite = valid("?verb=ListIdentifiers&metadataPrefix=oai_datacite");
        assertThat(texts(dataCite, "//*[local-name()='header'][@status='deleted']/*[local-name()='identifier']"))
                .containsExactlyInAnyOrder(
                        GAMMA + "/r1",
                        "ivo://toy.example.org/neutrino-toy",
                        "ivo://toy.example.org/neutrino-toy/r1",
                        "ivo://toy.example.org/neutrino-toy/r2");
        assertThat(valid("?verb=Identify")).contains("<deletedRecord>persistent</deletedRecord>");
    }

    @Test
    void setsAndTimesSelect() throws Exception {
        assertThat(identifiers("&set=messenger:cosmic-ray")).containsExactly("ivo://toy.example.org/shower-toy");
        assertThat(identifiers("&set=messenger")).hasSize(3).contains(GAMMA);
        assertThat(identifiers("&set=collection:gamma-toy")).containsExactly(GAMMA);
        assertThat(identifiers("&until=2026-11-20T12:00:00Z"))
                .containsExactly(
                        "ivo://toy.example.org",
                        "ivo://toy.example.org/herald.org",
                        "ivo://toy.example.org/herald.registry");
        assertThat(identifiers("&from=2026-11-22")).doesNotContain("ivo://toy.example.org");
    }

    private List<String> identifiers(String arguments) throws Exception {
        return texts(
                valid("?verb=ListIdentifiers&metadataPrefix=ivo_vor" + arguments), "//*[local-name()='identifier']");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|badVerb",
                "?verb=Nothing|badVerb",
                "?verb=Identify&verb=ListSets|badVerb",
                "?verb=Identify&set=x|badArgument",
                "?verb=ListRecords|badArgument",
                "?verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc|badArgument",
                "?verb=ListRecords&metadataPrefix=oai_dc&from=yesterday|badArgument",
                "?verb=ListRecords&metadataPrefix=oai_dc&from=2026-13-01|badArgument",
                "?verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-02T00:00:00Z|badArgument",
                "?verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-01&until=2026-01-01|badArgument",
                "?verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x|badArgument",
                "?verb=GetRecord&metadataPrefix=oai_dc|badArgument",
                "?verb=ListRecords&resumptionToken=x|badResumptionToken",
                "?verb=ListIdentifiers&resumptionToken=%C3%A4|badResumptionToken",
                "?verb=ListSets&resumptionToken=x|badResumptionToken",
                "?verb=ListRecords&metadataPrefix=marc21|cannotDisseminateFormat",
                "?verb=GetRecord&metadataPrefix=ivo_vor&identifier=ivo://toy.example.org/gamma-toy/r2|cannotDisseminateFormat",
                "?verb=GetRecord&metadataPrefix=oai_dc&identifier=ivo://toy.example.org/no|idDoesNotExist",
                "?verb=ListMetadataFormats&identifier=%3Cx%3E|idDoesNotExist",
                "?verb=ListRecords&metadataPrefix=oai_dc&from=2100-01-01|noRecordsMatch",
                "?verb=ListRecords&metadataPrefix=oai_dc&set=none|noRecordsMatch"
            })
    void mistakesAreToldWithinTheProtocol(String query, String code) throws Exception {
        String reply = valid(query == null ? "" : query);
        assertThat(texts(reply, "//*[local-name()='error']/@code")).containsExactly(code);
        boolean silent = code.equals("badVerb") || code.equals("badArgument");
        assertThat(texts(reply, "//*[local-name()='request']/@verb")).hasSize(silent ? 0 : 1);
    }

    @Test
    void argumentsMayBePosted() throws Exception {
        String form = Stream.of("verb=GetRecord", "metadataPrefix=oai_dc", "identifier=" + encoded(GAMMA))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/oai"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String posted =
                client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        String got = valid("?" + form);
        assertThat(posted.replaceAll("<responseDate>[^<]*", "")).isEqualTo(got.replaceAll("<responseDate>[^<]*", ""));
    }
}
