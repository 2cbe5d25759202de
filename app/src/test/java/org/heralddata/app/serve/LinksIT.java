package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.heralddata.descriptor.Descriptors;
import org.heralddata.ingest.Ingest;
import org.heralddata.ingest.Progress;
import org.heralddata.spi.Formats;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.ProjectRoot;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** DataLink, cut-outs and coverage maps of real data, as STILTS, pyvo, astropy and mocpy see them. */
@TestInstance(Lifecycle.PER_CLASS)
class LinksIT {
    private static final String EVENTS = "hess-dl3-dr1/r1/events";
    private ServedHome served;

    @BeforeAll
    void ingest(@TempDir Path folder) throws Exception {
        served = ServedHome.open(folder.resolve("home"));
        var home = served.home();
        new Ingest(Formats.installed(), home.catalogue(), home::begin, "herald test")
                .run(new Ingest.Request(
                        Descriptors.load(ProjectRoot.path().resolve("collections/hess-dl3-dr1")),
                        SharedData.file("gamma-dl3/hess-dl3-dr1"),
                        null,
                        false,
                        Progress.NONE));
    }

    @AfterAll
    void close() {
        served.close();
    }

    private String url(String path) {
        return "http://localhost:" + served.port() + path;
    }

    @Test
    void stiltsFindsTheLinksSound() {
        String told = Oracle.python("astropy")
                .and("stilts")
                .run("""
                import subprocess, sys
                for ids in sys.argv[2:]:
                    url = sys.argv[1] + '?' + '&'.join('ID=' + i for i in ids.split('|'))
                    done = subprocess.run(['stilts', 'datalinklint', 'votable=' + url], capture_output=True, text=True)
                    text = done.stdout + done.stderr
                    bad = [line for line in text.splitlines() if line[:2] in ('E-', 'W-', 'F-')
                           and "'documentation'" not in line]  # a term that STILTS 3.4.7 does not know yet
                    print(ids, bad)
                """, url("/datalink"), EVENTS, "hess-dl3-dr1", "hess-dl3-dr1|nosuch|hess-dl3-dr1/r9/events", "");
        assertThat(told).isEqualTo("""
                hess-dl3-dr1/r1/events []
                hess-dl3-dr1 []
                hess-dl3-dr1|nosuch|hess-dl3-dr1/r9/events []
                 []""");
    }

    @Test
    void pyvoFollowsLinksAndCutsOut() {
        String told = Oracle.python("pyvo", "astropy").run("""
                import sys
                import io
                from astropy.io.votable import parse_single_table
                from pyvo.dal.adhoc import DatalinkResults
                links = DatalinkResults.from_result_url(sys.argv[1] + '/datalink?ID=' + sys.argv[2])
                assert {row.semantics for row in links} >= {'#this', '#cutout', '#proc', '#preview', '#documentation'}
                for row in links:
                    if row.semantics == '#this':
                        assert len(row.getdataset().read()) == row.content_length
                cut = next(row for row in links if row.semantics == '#cutout')
                found = parse_single_table(io.BytesIO(cut.process(circle=(83.633, 22.014, 0.1)).read())).array
                assert 600 < len(found) < 800, len(found)
                cone = next(row for row in links if row.semantics == '#proc')
                again = parse_single_table(io.BytesIO(cone.process(ra=83.633, dec=22.014, sr=0.1).read())).array
                assert sorted(found['uuid']) == sorted(again['uuid'])
                print('all held')
                """, url(""), EVENTS);
        assertThat(told).isEqualTo("all held");
    }

    @Test
    void cutOutsAreThoseOfAstropy() {
        String told = Oracle.python("astropy", "numpy")
                .run("""
                import sys, glob
                from urllib.parse import quote
                import numpy as np
                from astropy import units as u
                from astropy.coordinates import SkyCoord
                from astropy.io import fits
                from astropy.io.votable import parse_single_table
                from astropy.time import Time
                base, data = sys.argv[1:]
                ra, dec, energy, time = [], [], [], []
                for name in glob.glob(data + '/data/*.fits.gz'):
                    with fits.open(name) as hdus:
                        events, header = hdus['EVENTS'].data, hdus['EVENTS'].header
                        ra.append(events['RA'].astype(float)); dec.append(events['DEC'].astype(float))
                        energy.append(events['ENERGY'].astype(float))
                        zero = Time(header['MJDREFI'], header['MJDREFF'], format='mjd', scale=header['TIMESYS'].lower())
                        time.append((zero + events['TIME'] * u.s).utc.mjd)
                ra, dec, energy, time = map(np.concatenate, (ra, dec, energy, time))
                at = SkyCoord(ra, dec, unit='deg')
                def cut(query):
                    return len(parse_single_table(base + '&' + query).array)
                near = at.separation(SkyCoord(83.633, 22.014, unit='deg')).deg
                assert cut('CIRCLE=' + quote('83.633 22.014 0.5')) == (near <= 0.5).sum()
                assert cut('POS=' + quote('CIRCLE 83.633 22.014 0.5') + '&ENERGY=' + quote('1e12 1e13')) == (
                    (near <= 0.5) & (energy >= 1) & (energy <= 10)).sum()
                box = (ra >= 83) & (ra <= 84) & (dec >= 21.5) & (dec <= 22.5)
                assert cut('POS=' + quote('RANGE 83 84 21.5 22.5')) == box.sum()
                assert abs(cut('POLYGON=' + quote('83 21.5 84 21.5 84 22.5 83 22.5')) - box.sum()) < 0.01 * box.sum()
                hour = (time >= 53343.92) & (time <= 53343.95)
                assert hour.sum() > 1000
                assert cut('TIME=' + quote('53343.92 53343.95')) == hour.sum(), (cut('TIME=' + quote('53343.92 53343.95')), hour.sum())
                ev_m = 1.23984198433e-6
                band = cut('BAND=' + quote(f'{ev_m / 1e13:.12g} {ev_m / 1e12:.12g}'))
                assert abs(band - ((energy >= 1) & (energy <= 10)).sum()) <= 1
                print('all held')
                """, url("/soda/sync?ID=" + EVENTS), SharedData.file("gamma-dl3/hess-dl3-dr1"));
        assertThat(told).isEqualTo("all held");
    }

    @Test
    void cutOutsRefuseInWords() throws Exception {
        assertThat(soda("CIRCLE", "83 22"))
                .isEqualTo(
                        "400 UsageError: CIRCLE cannot be `83 22` (give right ascension, declination and radius in degrees)\n");
        assertThat(soda("CIRCLE", "200 -80 0.01")).isEqualTo("204 ");
        HttpResponse<String> none = served.get("/soda/sync?ID=hess-dl3-dr1/r1/evnts");
        assertThat(none.statusCode() + " " + none.body())
                .startsWith("404 UsageError: the collection `hess-dl3-dr1` has no table");
    }

    private String soda(String name, String value) throws Exception {
        HttpResponse<String> answer = served.get(
                "/soda/sync?ID=" + EVENTS + "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void coverageHoldsEveryEvent(@TempDir Path folder) {
        String told = Oracle.python("mocpy", "astropy")
                .run(
                        """
                import sys, glob, urllib.request
                from astropy import units as u
                from astropy.io import fits
                from mocpy import MOC, TimeMOC
                base, data = sys.argv[1:3]
                for part in ('/tables/events/moc', '/moc'):
                    urllib.request.urlretrieve(base + part + '?format=fits', sys.argv[3])
                    moc = MOC.load(sys.argv[3], format='fits')
                    text = urllib.request.urlopen(base + part + '?format=ascii').read().decode()
                    assert MOC.from_string(text) == moc
                    for name in glob.glob(data + '/data/*.fits.gz'):
                        with fits.open(name) as hdus:
                            events = hdus['EVENTS'].data
                            inside = moc.contains_lonlat(events['RA'] * u.deg, events['DEC'] * u.deg)
                            assert inside.all(), (name, (~inside).sum())
                    print(moc.max_order, moc.sky_fraction < 0.02)
                time = urllib.request.urlopen(base + '/moc?axis=time&format=ascii').read().decode()
                print(time.startswith('t'), TimeMOC.from_string(time.removeprefix('t')).total_duration.to_value('h') > 1)
                """,
                        url("/api/v1/collections/hess-dl3-dr1"),
                        SharedData.file("gamma-dl3/hess-dl3-dr1"),
                        folder.resolve("moc.fits"));
        assertThat(told).isEqualTo("10 True\n10 True\nTrue True");
    }
}
