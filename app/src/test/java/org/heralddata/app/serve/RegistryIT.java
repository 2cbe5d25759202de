package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.heralddata.descriptor.Descriptors;
import org.heralddata.ingest.Ingest;
import org.heralddata.ingest.Progress;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.publication.Doi;
import org.heralddata.model.publication.DoiState;
import org.heralddata.spi.Formats;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.ProjectRoot;
import org.heralddata.testkit.Schemas;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Real collections in a real home, harvested by programs of others. */
@TestInstance(Lifecycle.PER_CLASS)
class RegistryIT {
    private static final CollectionId MAGIC = new CollectionId("magic-uci");
    private static final CollectionId KCDC = new CollectionId("kcdc-tutorial");

    private ServedHome served;
    private HttpClient client;

    @BeforeAll
    void ingest(@TempDir Path folder) throws Exception {
        served = ServedHome.open(folder.resolve("home"));
        client = HttpClient.newHttpClient();
        ingest("magic-uci", "magic-ml");
        ingest("kcdc-tutorial", "kascade");
        var register = served.home().publications();
        register.doi(MAGIC, "r1", new Doi("10.5072/magic-uci.r1"), DoiState.FINDABLE);
        register.withdraw(KCDC, null, "for a test");
    }

    private void ingest(String id, String data) throws IOException, InterruptedException {
        var home = served.home();
        new Ingest(Formats.installed(), home.catalogue(), home::begin, "herald test")
                .run(new Ingest.Request(
                        Descriptors.load(
                                ProjectRoot.path().resolve("collections").resolve(id)),
                        SharedData.file(data),
                        null,
                        false,
                        Progress.NONE));
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void recordsOfRealCollectionsKeepToTheirSchemas() throws Exception {
        for (String prefix : new String[] {"ivo_vor", "oai_dc", "oai_datacite"}) {
            String reply = get("/oai?verb=ListRecords&metadataPrefix=" + prefix).body();
            assertThat(Schemas.faults(reply)).isEmpty();
            assertThat(reply).contains("magic-uci", "status=\"deleted\"");
        }
    }

    @Test
    void whatWasWithdrawnIsGoneEverywhereButInTheRegistry() throws Exception {
        assertThat(get("/collections/kcdc-tutorial").statusCode()).isEqualTo(410);
        assertThat(get("/collections/kcdc-tutorial/releases/r1").statusCode()).isEqualTo(410);
        assertThat(get("/api/v1/collections/kcdc-tutorial").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/collections").body())
                .doesNotContain("kcdc-tutorial")
                .contains("magic-uci");
        assertThat(get("/collections/magic-uci/releases/r1").body()).contains("https://doi.org/10.5072/magic-uci.r1");
        served.home().publications().restore(KCDC, null);
        assertThat(get("/collections/kcdc-tutorial").statusCode()).isEqualTo(200);
        served.home().publications().withdraw(KCDC, null, "for a test");
        assertThat(get("/collections/kcdc-tutorial").statusCode()).isEqualTo(410);
    }

    /** Sickle harvests; pyvo reads capabilities and tables out of the records. */
    @Test
    void harvestersOfOthersReadTheRegistry() throws Exception {
        String told = Oracle.python("sickle", "pyvo", "lxml").run("""
                import io, sys
                from sickle import Sickle
                from sickle.oaiexceptions import NoRecordsMatch, IdDoesNotExist, CannotDisseminateFormat
                from lxml import etree
                from pyvo.io.vosi import parse_tables
                oai = Sickle(sys.argv[1] + '/oai')
                identify = oai.Identify()
                assert identify.granularity == 'YYYY-MM-DDThh:mm:ssZ' and identify.deletedRecord == 'persistent'
                assert identify.baseURL == sys.argv[1] + '/oai', identify.baseURL
                assert sorted(f.metadataPrefix for f in oai.ListMetadataFormats()) == ['ivo_vor', 'oai_datacite', 'oai_dc']
                sets = {s.setSpec for s in oai.ListSets()}
                assert {'ivo_managed', 'messenger', 'messenger:photon', 'collection:magic-uci'} <= sets, sets
                records = {r.header.identifier: r for r in oai.ListRecords(metadataPrefix='ivo_vor', set='ivo_managed')}
                assert len(records) == 6, list(records)
                deleted = [i for i, r in records.items() if r.header.deleted]
                assert deleted == ['ivo://unregistered.invalid/kcdc-tutorial'], deleted
                magic = records['ivo://unregistered.invalid/magic-uci']
                tableset = magic.xml.find('.//{*}tableset')
                tables = etree.Element('{http://www.ivoa.net/xml/VOSITables/v1.0}tableset', nsmap=tableset.nsmap)
                tables.extend(list(tableset))
                read = parse_tables(io.BytesIO(etree.tostring(tables)))
                [table] = list(read.iter_tables())
                columns = {c.name: c for c in table.columns}
                assert table.name == 'magic-uci.images', table.name
                assert columns['f_alpha'].unit and str(columns['f_alpha'].unit) == 'deg', columns['f_alpha'].unit
                dates = [r.datestamp for r in oai.ListIdentifiers(metadataPrefix='ivo_vor')]
                assert dates == sorted(dates)
                later = list(oai.ListIdentifiers(metadataPrefix='ivo_vor', **{'from': dates[-1]}))
                assert [r.identifier for r in later if r.deleted] == deleted
                for error, ask in ((NoRecordsMatch, lambda: oai.ListRecords(metadataPrefix='oai_dc', set='none')),
                                   (IdDoesNotExist, lambda: oai.GetRecord(metadataPrefix='oai_dc', identifier='ivo://x/y')),
                                   (CannotDisseminateFormat, lambda: oai.ListRecords(metadataPrefix='marc'))):
                    try:
                        ask()
                        raise AssertionError(error)
                    except error:
                        pass
                print('harvested', len(columns))
                """, "http://localhost:" + served.port());
        assertThat(told).startsWith("harvested ");
    }
}
