package org.heralddata.serve.vo.soda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.query.cuts.TimeReader;
import org.heralddata.query.service.Directions;
import org.heralddata.serve.vo.dali.VoParameters;
import org.jspecify.annotations.Nullable;

/**
 * What is to be cut out of a table.
 *
 * @param shape    empty for all of the sky
 * @param times    first and last MJD, UTC
 * @param energies least and greatest in electronvolts
 */
record CutOut(Optional<SkyShape> shape, Optional<double[]> times, Optional<double[]> energies) {
    private static final double NS_PER_DAY = 86_400e9;
    private static final double MJD_OF_1970 = 40_587;

    /** Of a photon, in electronvolts times metres (SI 2019, exact). */
    private static final double EV_M = 299_792_458 * 6.62607015e-34 / 1.602176634e-19;

    static CutOut parse(VoParameters asked) {
        Optional<double[]> band = Numbers.interval(asked, "BAND", "shortest and longest wavelength in metres")
                .map(b -> new double[] {EV_M / b[1], b[0] <= 0 ? Double.POSITIVE_INFINITY : EV_M / b[0]});
        Optional<double[]> energy = Numbers.interval(asked, "ENERGY", "least and greatest energy in electronvolts");
        if (band.isPresent() && energy.isPresent()) {
            throw VoParameters.bad("BAND", "given with ENERGY", "one of the two");
        }
        return new CutOut(
                SkyShape.parse(asked),
                Numbers.interval(asked, "TIME", "first and last instant as MJD"),
                band.or(() -> energy));
    }

    /** The selection, which of a polygon holds all around it. */
    String where(PublishedTable table) {
        List<String> parts = new ArrayList<>();
        shape.ifPresent(s -> parts.add(sky(s, table)));
        times.ifPresent(t -> time(t, table, parts));
        energies.ifPresent(e -> energy(e, table, parts));
        return String.join(" and ", parts);
    }

    private static String sky(SkyShape shape, PublishedTable table) {
        Directions.require(table);
        String ra = table.common().ra();
        String dec = table.common().dec();
        return switch (shape) {
            case SkyShape.Circle(var centre, var radius) -> cone(ra, dec, centre.raDeg(), centre.decDeg(), radius);
            case SkyShape.Polygon(var polygon) ->
                cone(
                        ra,
                        dec,
                        polygon.centre().raDeg(),
                        polygon.centre().decDeg(),
                        Math.min(180, polygon.radiusDeg() + 1e-9));
            case SkyShape.Range(var west, var east, var south, var north) ->
                "%s between %s deg and %s deg and %s between %s deg and %s deg"
                        .formatted(
                                ra,
                                Numbers.plain(west),
                                Numbers.plain(east),
                                dec,
                                Numbers.plain(south),
                                Numbers.plain(north));
        };
    }

    private static String cone(
            @Nullable String ra, @Nullable String dec, double centreRa, double centreDec, double radius) {
        return "cone(%s, %s, %s, %s, %s deg)"
                .formatted(ra, dec, Numbers.plain(centreRa), Numbers.plain(centreDec), Numbers.plain(radius));
    }

    private static void time(double[] interval, PublishedTable table, List<String> parts) {
        String column = table.common().time();
        if (column == null) {
            throw lacking(table, "times");
        }
        if (!Double.isInfinite(interval[0])) {
            parts.add("%s >= %s".formatted(column, instant(interval[0])));
        }
        if (!Double.isInfinite(interval[1])) {
            parts.add("%s <= %s".formatted(column, instant(interval[1])));
        }
    }

    private static String instant(double mjd) {
        double nanoseconds = (mjd - MJD_OF_1970) * NS_PER_DAY;
        if (Math.abs(nanoseconds) > 9e18) {
            throw VoParameters.bad("TIME", Double.toString(mjd), "MJD of the years 1685 to 2255");
        }
        return TimeReader.write(Math.round(nanoseconds));
    }

    private static void energy(double[] interval, PublishedTable table, List<String> parts) {
        CommonEvent.Energy energy = table.common().energy();
        if (energy == null) {
            throw lacking(table, "energies");
        }
        if (interval[0] > 0) {
            parts.add("%s >= %s".formatted(energy.column(), own(interval[0], energy)));
        }
        if (!Double.isInfinite(interval[1])) {
            parts.add("%s <= %s".formatted(energy.column(), own(interval[1], energy)));
        }
    }

    private static String own(double ev, CommonEvent.Energy energy) {
        double value = ev / energy.unitInEv();
        if (energy.scale() == EnergyScale.LOG10) {
            value = value > 0 ? Math.log10(value) : -1e300;
        }
        return Numbers.plain(Math.clamp(value, -1e300, 1e300));
    }

    private static Refusal lacking(PublishedTable table, String what) {
        return new Refusal(Diagnostic.error(
                QueryCode.NO_DIRECTION, "the events of `%s` have no %s".formatted(table.name(), what)));
    }
}
