package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.heralddata.app.RunHerald;
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

/** Real observations of H.E.S.S., ingested and catalogued as files, and a collection of files alone, as the VO finds them. */
@TestInstance(Lifecycle.PER_CLASS)
class ObsCoreIT {
    private ServedHome served;

    @BeforeAll
    void ingest(@TempDir Path folder) throws Exception {
        Path place = folder.resolve("home");
        served = ServedHome.open(place);
        var home = served.home();
        Path collections = ProjectRoot.path().resolve("collections");
        new Ingest(Formats.installed(), home.catalogue(), home::begin, "herald test")
                .run(new Ingest.Request(
                        Descriptors.load(collections.resolve("hess-dl3-dr1")),
                        SharedData.file("gamma-dl3/hess-dl3-dr1"),
                        null,
                        false,
                        Progress.NONE));
        scan(place, "hess-dl3-dr1", "gamma-dl3/hess-dl3-dr1");
        scan(place, "km3net-runs", "km3net");
    }

    private static void scan(Path home, String id, String data) {
        RunHerald.Outcome scan = RunHerald.with(
                "files",
                "scan",
                ProjectRoot.path().resolve("collections").resolve(id).toString(),
                "--data",
                SharedData.file(data).toString(),
                "--home",
                home.toString());
        assertThat(scan.status()).as(scan.err()).isZero();
    }

    @AfterAll
    void close() {
        served.close();
    }

    private String url(String path) {
        return "http://localhost:" + served.port() + path;
    }

    /** Counts, times, energies, pointings and targets as astropy reads them in the files. */
    @Test
    void observationsAreThoseOfTheFiles() {
        String told = Oracle.python("pyvo", "astropy", "numpy")
                .run("""
                import sys, glob
                import numpy as np, pyvo
                from astropy import units as u
                from astropy.coordinates import SkyCoord
                from astropy.io import fits
                from astropy.time import Time
                tap = pyvo.dal.TAPService(sys.argv[1])
                def ask(what):
                    return tap.run_sync("SELECT * FROM ivoa.obscore NATURAL JOIN ivoa.obscore_hea"
                                        " WHERE obs_collection = 'hess-dl3-dr1' AND " + what).to_table()
                bundles = ask("dataproduct_subtype = 'hea-event-bundle'")
                runs = ask("obs_publisher_did LIKE '%/events/run/%'")
                answers = ask("dataproduct_type = 'response-function'")
                assert (len(bundles), len(runs), len(answers)) == (8, 8, 32), (len(bundles), len(runs), len(answers))
                assert sorted(set(answers['dataproduct_subtype'])) == ['aeff', 'bkgrate', 'edisp', 'psf']
                assert set(bundles['dataproduct_type']) == set(runs['dataproduct_type']) == {'event'}
                assert set(bundles['messenger_name']) == {'photon'} and set(bundles['messenger_pdgid']) == {'+22'}
                for table in (bundles, runs, answers):
                    for name in ('calib_level', 'obs_collection', 'obs_id', 'obs_publisher_did'):
                        assert not np.ma.is_masked(table[name]), name
                for name in sorted(glob.glob(sys.argv[2] + '/data/*.fits.gz')):
                    with fits.open(name) as hdus:
                        events, head = hdus['EVENTS'].data, hdus['EVENTS'].header
                        zero = Time(head['MJDREFI'], head['MJDREFF'], format='mjd', scale=head['TIMESYS'].lower())
                        run = str(head['OBS_ID'])
                        one = bundles[bundles['obs_id'] == run][0]
                        assert one['ev_xel'] == len(events) and one['target_name'] == head['OBJECT'], run
                        assert abs(one['t_exptime'] - head['LIVETIME']) < 1e-6
                        assert abs(one['t_min'] - (zero + head['TSTART'] * u.s).utc.mjd) < 1e-8
                        assert abs(one['t_max'] - (zero + head['TSTOP'] * u.s).utc.mjd) < 1e-8
                        assert abs(one['s_ra'] - head['RA_PNT']) < 1e-9 and abs(one['s_dec'] - head['DEC_PNT']) < 1e-9
                        one = runs[runs['obs_id'] == run][0]
                        times = (zero + events['TIME'] * u.s).utc.mjd
                        assert one['ev_xel'] == len(events)
                        assert abs(one['t_min'] - times.min()) < 1e-8 and abs(one['t_max'] - times.max()) < 1e-8
                        assert np.isclose(one['energy_min'], events['ENERGY'].min() * 1e12, rtol=1e-6)
                        assert np.isclose(one['energy_max'], events['ENERGY'].max() * 1e12, rtol=1e-6)
                        assert np.isclose(one['em_min'], 1.23984198e-6 / one['energy_max'], rtol=1e-6)
                        away = SkyCoord(events['RA'].astype(float), events['DEC'].astype(float), unit='deg').separation(
                            SkyCoord(one['s_ra'], one['s_dec'], unit='deg')).deg
                        assert away.max() <= one['s_fov'] / 2 < 1.5 * away.max(), (away.max(), one['s_fov'])
                print('all held')
                """, url("/tap"), SharedData.file("gamma-dl3/hess-dl3-dr1"));
        assertThat(told).isEqualTo("all held");
    }

    /** The questions of clients and of the use cases of the IVOA's draft. */
    @Test
    void usualQuestionsFindThem() {
        String told = Oracle.python("pyvo", "astropy").run("""
                import sys, pyvo
                tap = pyvo.dal.TAPService(sys.argv[1])
                crab = "obs_collection = 'hess-dl3-dr1' AND "
                def count(what):
                    return tap.run_sync("SELECT COUNT(*) AS n FROM ivoa.obscore NATURAL JOIN ivoa.obscore_hea WHERE "
                                        + crab + what)['n'][0]
                print(count("1 = CONTAINS(POINT(83.633, 22.014), s_region)"))
                print(count("1 = INTERSECTS(s_region, CIRCLE(83.633, 22.014, 0.1)) AND dataproduct_type = 'event'"))
                print(count("dataproduct_type = 'response-function' AND dataproduct_subtype = 'psf' AND obs_id = '23523'"))
                print(count("em_calib_status = 'calibrated' AND calib_level >= 2 AND ev_xel >= 10000 AND dataproduct_subtype = 'hea-event-bundle'"))
                print(count("energy_max >= 1.0e+13 AND access_format = 'application/x-votable+xml;content=datalink' AND obs_id = '20136'"))
                files = tap.run_sync("SELECT * FROM ivoa.obscore WHERE obs_collection = 'km3net-runs'")
                print(len(files) > 3, {int(level) for level in files['calib_level']}, set(files['facility_name']))
                """, url("/tap"));
        assertThat(told).isEqualTo("""
                5
                5
                1
                2
                6
                True {1} {'KM3NeT'}""");
    }

    /** By the description of the service in the answer, for a whole table of rows at once. */
    @Test
    void pyvoFollowsTheLinksOfEveryRow() {
        String told = Oracle.python("pyvo", "astropy").run("""
                import io, subprocess, sys, pyvo
                tap = pyvo.dal.TAPService(sys.argv[1] + '/tap')
                rows = tap.run_sync("SELECT * FROM ivoa.obscore WHERE obs_id = '20136'")
                service = rows.get_adhocservice_by_ivoid('ivo://ivoa.net/std/datalink')
                where = next(p.value for p in service.params if p.name == 'accessURL')
                assert where == sys.argv[1] + '/datalink', where
                followed = 0
                for links in rows.iter_datalinks():
                    meanings = [row.semantics for row in links]
                    assert '#this' in meanings and '#documentation' in meanings, meanings
                    followed += 1
                assert followed == len(rows) == 6, (followed, len(rows))
                run = next(row for row in rows if '/run/' in row['obs_publisher_did'])
                links = run.getdatalink()
                own = next(link for link in links if link.semantics == '#this')
                from astropy.io.votable import parse_single_table
                table = parse_single_table(io.BytesIO(own.getdataset().read()))
                assert len(table.array) == 11243 and set(table.array['obs_id']) == {20136}
                assert sorted(link['content_qualifier'] for link in links if link.semantics == '#calibration') == ['aeff', 'bkgrate', 'edisp', 'psf']
                print('all held')
                """, url(""));
        assertThat(told).isEqualTo("all held");
    }

    @Test
    void stiltsFindsTheTableAndItsLinksSound() {
        String told = Oracle.python("pyvo").and("stilts").run("""
                import re, subprocess, sys, pyvo
                from urllib.parse import quote
                r = subprocess.run(['stilts', 'taplint', 'tapurl=' + sys.argv[1] + '/tap', 'stages=TMV TME TMS TMC CAP OBS'],
                                   capture_output=True, text=True, timeout=110)
                assert 'Totals:' in r.stdout, r.stdout + r.stderr
                for line in r.stdout.splitlines():
                    # response-function is a term of the draft for high energies
                    known = 'features-adql-conditional' in line or ('E-OBS-ILOP' in line and ': "response-function";' in line)
                    if re.match('[EWF]-', line) and not known:
                        print(line)
                tap = pyvo.dal.TAPService(sys.argv[1] + '/tap')
                rows = tap.run_sync("SELECT obs_publisher_did, access_url FROM ivoa.obscore WHERE obs_id = '20136' OR obs_collection = 'km3net-runs'")
                ids = [row['obs_publisher_did'] for row in rows]
                assert len(ids) > 6, ids
                url = sys.argv[1] + '/datalink?' + '&'.join('ID=' + quote(i) for i in ids)
                done = subprocess.run(['stilts', 'datalinklint', 'maxrepeat=1000', 'votable=' + url], capture_output=True, text=True)
                text = done.stdout + done.stderr
                for line in text.splitlines():
                    if line[:2] in ('E-', 'W-', 'F-') and "'documentation'" not in line:
                        print(line)
                """, url(""));
        assertThat(told).isEmpty();
    }
}
