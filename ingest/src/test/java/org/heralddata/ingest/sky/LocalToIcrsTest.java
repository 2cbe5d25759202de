package org.heralddata.ingest.sky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.heralddata.model.descriptor.DirectionMapping.Compass;
import org.heralddata.model.descriptor.DirectionMapping.Points;
import org.heralddata.model.sky.Site;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.testkit.Oracle;
import org.jastronomy.jsofa.JSOFA;
import org.jastronomy.jsofa.JSOFAIllegalParameter;
import org.jastronomy.jsofa.JSOFAInternalError;
import org.junit.jupiter.api.Test;

class LocalToIcrsTest {
    /** SOFA stretches a day with a leap second, Herald does not. */
    private static final Set<MonthDay> LEAP_DAYS = Set.of(MonthDay.of(6, 30), MonthDay.of(12, 31));

    private static final String ALT_AZ = """
            import sys, warnings
            warnings.simplefilter('ignore')
            import numpy as np
            from astropy import units as u
            from astropy.coordinates import AltAz, EarthLocation, ICRS, SkyCoord
            from astropy.time import Time
            from astropy.utils import iers
            iers.conf.auto_download = False
            iers.conf.auto_max_age = None
            rng = np.random.default_rng(1)
            n = 400
            for place in sys.argv[1:]:
                latitude, longitude, height = map(float, place.split(','))
                site = EarthLocation.from_geodetic(longitude * u.deg, latitude * u.deg, height * u.m)
                seconds = rng.integers(820454400, 1767225600, n)
                zenith = np.degrees(np.arccos(rng.uniform(-1, 1, n)))
                azimuth = rng.uniform(0, 360, n)
                frame = AltAz(location=site, obstime=Time(seconds, format='unix'), pressure=0 * u.hPa)
                icrs = SkyCoord(alt=(90 - zenith) * u.deg, az=azimuth * u.deg, frame=frame).transform_to(ICRS())
                for row in zip(seconds, zenith, azimuth, icrs.ra.deg, icrs.dec.deg):
                    print(latitude, longitude, height, *(repr(x.item()) for x in row))
            """;

    /** KASCADE, ORCA, the South Pole, and a place far from all. */
    @Test
    void agreesWithAstropy() {
        String[] answers = Oracle.python("astropy")
                .run(ALT_AZ, "49.0994,8.4378,110", "42.806,6.0325,-2440", "-89.99,-63.453,2832", "-35.2,-69.3,1400")
                .split("\n", -1);
        assertThat(answers).hasSize(1600);
        Map<Site, LocalToIcrs> turners = new HashMap<>();
        double worst = 0;
        for (String answer : answers) {
            double[] cells = Arrays.stream(answer.split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            LocalToIcrs turner = turners.computeIfAbsent(new Site(cells[0], cells[1], cells[2]), LocalToIcrs::new);
            SkyPosition ours = icrs(turner, cells[4], cells[5], ((long) cells[3]) * 1_000_000_000L);
            worst = Math.max(worst, ours.separationDeg(SkyPosition.of(cells[6], cells[7])));
        }
        assertThat(turners).hasSize(4);
        assertThat(worst).isLessThan(1e-4);
    }

    @Test
    void agreesWithFullSofaForEachEvent() throws JSOFAIllegalParameter, JSOFAInternalError {
        var site = new Site(49.0994, 8.4378, 110);
        var turner = new LocalToIcrs(site);
        var random = new Random(5);
        EarthOrientation table = EarthOrientation.bundled();
        double worst = 0;
        for (int i = 0; i < 500; i++) {
            long seconds = 100_000_000L + random.nextInt(1_600_000_000);
            double zenith = Math.toDegrees(Math.acos(1 - 2 * random.nextDouble()));
            double azimuth = 360 * random.nextDouble();
            double days = seconds / 86_400.0;
            EarthOrientation.At orientation = table.at(40_587 + days);
            LocalDate date = LocalDate.ofEpochDay((long) days);
            if (LEAP_DAYS.contains(MonthDay.from(date))) {
                continue;
            }
            double taiMinusUtc =
                    JSOFA.jauDat(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), days - Math.floor(days));
            double arcsec = Math.PI / 648_000;
            JSOFA.SphericalCoordinate full = JSOFA.jauAtoc13(
                    "A",
                    Math.toRadians(azimuth),
                    Math.toRadians(zenith),
                    2_440_587.5,
                    days,
                    orientation.ut1MinusTaiSeconds() + taiMinusUtc,
                    Math.toRadians(site.longitudeDeg()),
                    Math.toRadians(site.latitudeDeg()),
                    site.heightM(),
                    orientation.xArcsec() * arcsec,
                    orientation.yArcsec() * arcsec,
                    0,
                    0,
                    0,
                    0.5);
            SkyPosition ours = icrs(turner, zenith, azimuth, seconds * 1_000_000_000L);
            worst = Math.max(
                    worst, ours.separationDeg(SkyPosition.of(Math.toDegrees(full.alpha), Math.toDegrees(full.delta))));
        }
        assertThat(worst).isLessThan(2e-5);
    }

    @Test
    void tellsOfDatesOutsideTheTable() {
        var turner = new LocalToIcrs(new Site(0, 0, 0));
        assertThat(icrs(turner, 10, 10, 1_000_000_000_000_000_000L)).isNotNull();
        assertThat(turner.notes()).isEmpty();
        icrs(turner, 10, 10, 0);
        icrs(turner, 10, 10, 4_102_444_800_000_000_000L);
        icrs(turner, 10, 10, -9_000_000_000_000_000_000L);
        icrs(turner, 10, 10, 9_100_000_000_000_000_000L);
        assertThat(turner.notes()).singleElement().asString().startsWith("4 directions were turned to ICRS outside");
    }

    @Test
    void orientationTableReachesFrom1972IntoTheFuture() {
        EarthOrientation table = EarthOrientation.bundled();
        assertThat(table.firstMjd()).isEqualTo(41_317);
        assertThat(table.lastMjd()).isGreaterThan(61_314);
        assertThat(table.at(0)).isEqualTo(table.at(41_317));
        // C04 of 2020-01-01: UT1 - UTC = -0.1771554 s, TAI - UTC = 37 s
        assertThat(table.at(58_849).ut1MinusTaiSeconds()).isBetween(-37.1781, -37.1761);
    }

    private static SkyPosition icrs(LocalToIcrs turner, double zenith, double azimuth, long ns) {
        var direction = new double[3];
        assertThat(new Horizon(Compass.NORTH, Compass.EAST, Points.ORIGIN).direction(zenith, azimuth, direction))
                .as(() -> String.format(Locale.ROOT, "%s %s", zenith, azimuth))
                .isTrue();
        turner.turn(direction, ns);
        return SkyPosition.of(
                Math.toDegrees(Math.atan2(direction[1], direction[0])),
                Math.toDegrees(Math.atan2(direction[2], Math.hypot(direction[0], direction[1]))));
    }
}
