package org.heralddata.query.sky;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.heralddata.model.coverage.Moc;
import org.heralddata.model.coverage.MocFits;
import org.heralddata.model.coverage.MocJson;
import org.heralddata.model.coverage.MocText;
import org.heralddata.model.coverage.SpaceMoc;
import org.heralddata.model.coverage.SpaceTimeMoc;
import org.heralddata.model.coverage.TcbClock;
import org.heralddata.model.coverage.TimeMoc;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.testkit.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps as mocpy and astropy_healpix have them. */
class MocpyAgreementTest {

    @TempDir
    Path folder;

    private void save(String name, Moc moc) throws Exception {
        Files.write(folder.resolve(name + ".fits"), MocFits.write(moc));
        Files.writeString(folder.resolve(name + ".json"), MocJson.write(moc));
        Files.writeString(folder.resolve(name + ".txt"), MocText.write(moc));
    }

    @Test
    void mocpyReadsWhatWeWriteAndWeReadWhatItWrites() throws Exception {
        SpaceMoc space = SpaceMoc.cone(8, SkyPosition.of(83.6, 22), 7).union(SpaceMoc.ofCells(3, 700));
        TimeMoc time = TimeMoc.between(36, 1_078_704_000_000_000_000L, 1_078_805_000_000_000_000L);
        SpaceTimeMoc both = SpaceTimeMoc.of(
                36,
                8,
                List.of(
                        new SpaceTimeMoc.Part(time.cells(), space.cells()),
                        new SpaceTimeMoc.Part(
                                TimeMoc.between(36, 0, 9_000_000_000_000L).cells(),
                                SpaceMoc.ofCells(3, 5).cells())));
        save("space", space);
        save("time", time);
        save("both", both);
        String told = Oracle.python("mocpy", "astropy").run("""
                import sys
                from mocpy import MOC, TimeMOC, STMOC
                from astropy.time import Time
                folder = sys.argv[1]
                # The standard has a t before times, mocpy does not know it
                with open(folder + '/time.txt') as file:
                    text = file.read()
                with open(folder + '/time.txt', 'w') as file:
                    file.write(text.removeprefix('t'))
                for name, kind in (('space', MOC), ('time', TimeMOC), ('both', STMOC)):
                    maps = [kind.load(f'{folder}/{name}.{ending}', format=form)
                            for ending, form in (('fits', 'fits'), ('json', 'json'), ('txt', 'ascii'))]
                    for one in maps:
                        print(one.to_string().replace('\\n', ' ').strip())
                    maps[0].save(f'{folder}/{name}-2.fits', format='fits')
                print(MOC.load(folder + '/space.fits', format='fits').sky_fraction)
                """, folder);
        List<String> lines = told.lines().toList();
        for (int i = 0; i < 3; i++) {
            String text = lines.get(3 + i);
            assertThat(MocText.read(lines.get(i))).isEqualTo(space);
            assertThat(MocText.read(text.startsWith("t") ? text : "t" + text)).isEqualTo(time);
            assertThat(MocText.read(lines.get(6 + i))).isEqualTo(both);
        }
        assertThat(Double.parseDouble(lines.get(9))).isEqualTo(space.fraction());
        assertThat(MocFits.read(Files.readAllBytes(folder.resolve("space-2.fits"))))
                .isEqualTo(space);
        assertThat(MocFits.read(Files.readAllBytes(folder.resolve("time-2.fits"))))
                .isEqualTo(time);
        assertThat(MocFits.read(Files.readAllBytes(folder.resolve("both-2.fits"))))
                .isEqualTo(both);
    }

    /** Our covers hold mocpy's, which are exact but for cells that are only touched, and few cells more. */
    @Test
    void coversAreThoseOfMocpy() throws Exception {
        var random = new SplittableRandom(3);
        var script = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            double ra = random.nextDouble(360);
            double dec = Math.toDegrees(Math.asin(random.nextDouble(-1, 1)));
            double radius = Math.pow(10, random.nextDouble(-1, 1.5));
            int order = random.nextInt(3, 9);
            var centre = SkyPosition.of(ra, dec);
            script.append("%s %s %s %d|%s%n"
                    .formatted(ra, dec, radius, order, MocText.write(SpaceMoc.cone(order, centre, radius))));
            List<SkyPosition> corners = corners(centre, Math.min(radius, 40), random);
            script.append(corners.stream()
                    .map(c -> String.format(Locale.ROOT, "%s %s", c.raDeg(), c.decDeg()))
                    .reduce((a, b) -> a + " " + b)
                    .orElseThrow());
            script.append(" %d|%s%n".formatted(order, MocText.write(SpaceMoc.polygon(order, corners))));
        }
        Path list = Files.writeString(folder.resolve("covers"), script);
        assertThat(Oracle.python("mocpy", "astropy", "astropy_healpix").run("""
                import sys
                import numpy as np
                from mocpy import MOC
                from astropy import units as u
                from astropy.coordinates import SkyCoord
                from astropy_healpix import HEALPix
                most = 0
                for number, line in enumerate(open(sys.argv[1])):
                    what, text = line.rstrip().split('|')
                    *values, order = what.split()
                    values = [float(v) for v in values]
                    order = int(order)
                    ours = MOC.from_string(text)
                    if number % 2 == 0:
                        ra, dec, radius = values
                        theirs = MOC.from_cone(lon=ra * u.deg, lat=dec * u.deg, radius=radius * u.deg, max_depth=order, delta_depth=4)
                        cells = HEALPix(nside=2 ** order, order='nested').cone_search_lonlat(ra * u.deg, dec * u.deg, radius * u.deg)
                        theirs = theirs.intersection(MOC.from_healpix_cells(cells, np.full(len(cells), order), max_depth=order))
                    else:
                        corners = SkyCoord(values[0::2], values[1::2], unit='deg')
                        theirs = MOC.from_polygon_skycoord(corners, max_depth=order)
                    missing = theirs.difference(ours)
                    cell = 1 / (12 * 4 ** order)
                    border = 8 + 8 * np.sqrt(ours.sky_fraction / cell)
                    assert missing.empty(), (line[:80], missing.to_string())
                    more = ours.difference(theirs).sky_fraction / cell
                    most = max(most, more / border)
                    assert more <= border / 4, (line[:80], more, border)
                print('all held')
                """, list))
                .isEqualTo("all held");
    }

    private static List<SkyPosition> corners(SkyPosition centre, double size, SplittableRandom random) {
        int count = random.nextInt(3, 7);
        var corners = new ArrayList<SkyPosition>();
        double start = random.nextDouble(360);
        for (int i = 0; i < count; i++) {
            double bearing = Math.toRadians(start + 360.0 * i / count);
            double distance = Math.toRadians(size * random.nextDouble(0.4, 1));
            double dec = Math.toRadians(centre.decDeg());
            double sin = Math.sin(dec) * Math.cos(distance) + Math.cos(dec) * Math.sin(distance) * Math.cos(bearing);
            double turn = Math.atan2(
                    Math.sin(bearing) * Math.sin(distance) * Math.cos(dec), Math.cos(distance) - Math.sin(dec) * sin);
            corners.add(SkyPosition.of(centre.raDeg() + Math.toDegrees(turn), Math.toDegrees(Math.asin(sin))));
        }
        return corners;
    }

    @Test
    void timesAreThoseOfAstropy() {
        long[] instants = {
            63_072_000_000_000_000L, 315_532_800_123_456_000L, 1_078_704_000_000_000_000L, 1_793_500_000_999_999_000L
        };
        var text = new StringBuilder();
        for (long instant : instants) {
            text.append(instant)
                    .append(' ')
                    .append(TcbClock.microseconds(instant))
                    .append(' ');
        }
        assertThat(Oracle.python("astropy").run("""
                import sys
                from decimal import Decimal
                from astropy.time import Time
                values = [int(v) for v in sys.argv[1].split()]
                for ns, ours in zip(values[0::2], values[1::2]):
                    t = Time(ns // 10**9, (ns % 10**9) / 1e9, format='unix').tcb
                    theirs = (Decimal(t.jd1) + Decimal(t.jd2)) * 86400000000
                    assert abs(theirs - ours) < 2500, (ns, theirs - ours)
                print('all held')
                """, text)).isEqualTo("all held");
    }
}
