package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.heralddata.app.RunHerald;
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

/** Collections of files alone, which no release was ever made of, are published as those with releases are. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchiveIT {
    private ServedHome served;
    private Path place;

    @BeforeAll
    void scan(@TempDir Path folder) {
        place = folder.resolve("home");
        served = ServedHome.open(place);
        served.home().catalogue();
        scan("km3net-runs", "km3net");
        scan("hess-dl3-dr1", "gamma-dl3/hess-dl3-dr1");
    }

    private void scan(String id, String data) {
        RunHerald.Outcome scan = RunHerald.with(
                "files",
                "scan",
                ProjectRoot.path().resolve("collections").resolve(id).toString(),
                "--data",
                SharedData.file(data).toString(),
                "--home",
                place.toString());
        assertThat(scan.status()).as(scan.err()).isZero();
    }

    @AfterAll
    void close() {
        served.close();
    }

    private String url(String path) {
        return "http://localhost:" + served.port() + path;
    }

    @Test
    void theRegistryHasRecordsOfThemThatKeepToTheirSchemas() throws Exception {
        for (String prefix : new String[] {"ivo_vor", "oai_dc", "oai_datacite"}) {
            String reply = served.get("/oai?verb=ListRecords&set=collection:hess-dl3-dr1&metadataPrefix=" + prefix)
                    .body();
            assertThat(Schemas.faults(reply)).isEmpty();
            assertThat(reply).contains("hess-dl3-dr1", "H.E.S.S.");
        }
        String vor = served.get("/oai?verb=ListRecords&set=collection:hess-dl3-dr1&metadataPrefix=ivo_vor")
                .body();
        assertThat(vor)
                .contains(
                        "xsi:type=\"vs:DataResource\"",
                        "<temporal>",
                        "<spatial>",
                        "/api/v1/files?collection=hess-dl3-dr1");
    }

    /** Every form parses, says what the page is about, and the page says where they are. */
    @Test
    void pagesAreForPeopleAndForMachines() {
        String told = Oracle.python("rdflib", "lxml", "pybtex", "datacite").run("""
                import io, json, re, sys, urllib.request
                from lxml import etree, html
                from pybtex.database import parse_string
                from rdflib import Graph, Namespace
                from rdflib.namespace import RDF
                page = sys.argv[1] + '/collections/hess-dl3-dr1'
                def get(url, accept=None):
                    request = urllib.request.Request(url, headers={'Accept': accept} if accept else {})
                    with urllib.request.urlopen(request) as answer:
                        return answer.headers, answer.read().decode()
                head, text = get(page)
                links = ', '.join(head.get_all('Link'))
                for relation in ('cite-as', 'describedby', 'license', 'type', 'item', 'linkset'):
                    assert f'rel="{relation}"' in links, relation
                tree = html.fromstring(text)
                embedded = json.loads(tree.xpath('//script[@type="application/ld+json"]')[0].text)
                assert embedded['@type'] == 'Dataset' and embedded['temporalCoverage'].startswith('2004-'), embedded
                files = [d for d in embedded['distribution'] if '/original/' in d['contentUrl']]
                assert len(files) == 8 and all(len(d['sha256']) == 64 for d in files)
                lists = [d['contentUrl'] for d in embedded['distribution'] if 'format=' in d['contentUrl']]
                assert len(lists) > 5
                for address in lists:
                    with urllib.request.urlopen(address) as one:
                        assert len(one.read()) > 100, address
                with urllib.request.urlopen(files[0]['contentUrl']) as one:
                    assert len(one.read()) == int(files[0]['contentSize'].split()[0])
                forms = {'application/vnd.datacite.datacite+json': 'datacite-json',
                         'application/vnd.datacite.datacite+xml': 'datacite-xml',
                         'application/ld+json': 'schema-org', 'text/turtle': 'dcat-turtle',
                         'application/ld+json;profile="http://www.w3.org/ns/dcat#"': 'dcat-jsonld',
                         'application/x-bibtex': 'bibtex', 'application/x-research-info-systems': 'ris',
                         'application/linkset+json': 'linkset'}
                got = {}
                for accept, form in forms.items():
                    head, body = get(page, accept)
                    assert head['Content-Type'].startswith(accept.split(';')[0]), (accept, head['Content-Type'])
                    assert 'rel="describes"' in head['Link']
                    assert get(page + '?format=' + form)[1] == body
                    got[form] = body
                cite = json.loads(got['datacite-json'])
                assert cite['types']['resourceType'] == 'Collection of files' and cite['sizes'][0] == '8 files', cite
                assert not any(r['relationType'] == 'HasVersion' for r in cite['relatedIdentifiers'])
                assert etree.fromstring(got['datacite-xml'].encode()).tag.endswith('resource')
                dcat = Namespace('http://www.w3.org/ns/dcat#')
                turtle = Graph().parse(data=got['dcat-turtle'], format='turtle')
                assert len(turtle) == len(Graph().parse(data=got['dcat-jsonld'], format='json-ld'))
                assert len(set(turtle.subjects(RDF.type, dcat.Distribution))) >= 8
                entry = next(iter(parse_string(got['bibtex'], 'bibtex').entries.values()))
                assert 'H.E.S.S.' in entry.fields['title'] and entry.fields['url'] == page
                assert got['ris'].startswith('TY  - DATA') and got['ris'].endswith('ER  - \\r\\n')
                assert len(json.loads(got['linkset'])['linkset']) > 8
                print('all held')
                """, url(""));
        assertThat(told).isEqualTo("all held");
    }

    /** Every pointing and every run lies in the maps, as astropy and mocpy find. */
    @Test
    void coverageHoldsEveryRun(@TempDir Path folder) {
        String told = Oracle.python("mocpy", "astropy")
                .run(
                        """
                import glob, sys, urllib.request
                from astropy import units as u
                from astropy.io import fits
                from astropy.time import Time
                from mocpy import MOC, STMOC, TimeMOC
                base, data, file = sys.argv[1:4]
                maps = []
                for axis, kind in (('space', MOC), ('time', TimeMOC), ('spacetime', STMOC)):
                    urllib.request.urlretrieve(base + '?format=fits&axis=' + axis, file)
                    maps.append(kind.load(file, format='fits'))
                space, time, both = maps
                for name in glob.glob(data + '/data/*.fits.gz'):
                    head = fits.getheader(name, 'EVENTS')
                    at = Time(head['MJDREFI'], head['MJDREFF'], format='mjd', scale=head['TIMESYS'].lower()) + 0.5 * (head['TSTART'] + head['TSTOP']) * u.s
                    lon, lat = head['RA_PNT'] * u.deg, head['DEC_PNT'] * u.deg
                    assert space.contains_lonlat(lon, lat).all()
                    tcb = Time([at.tcb.jd], format='jd', scale='tcb')
                    assert both.contains(tcb, [lon.value] * u.deg, [lat.value] * u.deg).all(), name
                    assert not both.contains(tcb, [lon.value] * u.deg, [-lat.value] * u.deg).any()
                    assert time.contains(tcb).all()
                print('all held')
                """,
                        url("/api/v1/collections/hess-dl3-dr1/moc"),
                        SharedData.file("gamma-dl3/hess-dl3-dr1"),
                        folder.resolve("moc.fits"));
        assertThat(told).isEqualTo("all held");
    }

    @Test
    void linksLeadToTheFiles() throws Exception {
        String links = served.get("/datalink?ID=hess-dl3-dr1").body();
        assertThat(links).contains("#this", "/original/data/hess_dl3_dr1_obs_id_020136.fits.gz", "#documentation");
    }

    @Test
    void whatIsWithdrawnLeavesATombstone() throws Exception {
        RunHerald.Outcome gone =
                RunHerald.with("withdraw", "km3net-runs", "--reason", "for a test", "--home", place.toString());
        assertThat(gone.status()).as(gone.err()).isZero();
        HttpResponse<String> page = served.get("/collections/km3net-runs");
        for (int i = 0; i < 600 && page.statusCode() != 410; i++) { // what another process did is seen within a second
            Thread.sleep(100);
            page = served.get("/collections/km3net-runs");
        }
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("for a test");
        assertThat(served.get(
                                "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=ivo://unregistered.invalid/km3net-runs")
                        .body())
                .contains("status=\"deleted\"");
        assertThat(served.get("/datalink?ID=km3net-runs").body()).contains("NotFoundFault");
        assertThat(served.get("/api/v1/collections/km3net-runs/moc?axis=time").statusCode())
                .isEqualTo(404);
        RunHerald.Outcome back = RunHerald.with("withdraw", "km3net-runs", "--restore", "--home", place.toString());
        assertThat(back.status()).as(back.err()).isZero();
        for (int i = 0; i < 600 && page.statusCode() != 200; i++) {
            Thread.sleep(100);
            page = served.get("/collections/km3net-runs");
        }
        assertThat(page.statusCode()).isEqualTo(200);
    }
}
