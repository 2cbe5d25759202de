package org.heralddata.descriptor.draft;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heralddata.model.ucd.Ucd;

/**
 * A quantity that is known by the names of its columns in the field's files (KCDC, GADF, KM3NeT, IceCube).
 *
 * @param names of columns, in snake case without a component
 */
record Quantity(Kind kind, Pattern names, Ucd ucd, String description) {

    /** What roles are made of. */
    enum Kind {
        EVENT,
        RUN,
        RA,
        DEC,
        GLON,
        GLAT,
        ZENITH,
        AZIMUTH,
        ENERGY,
        LOG_ENERGY,
        UNIX_SECONDS,
        GPS_SECONDS,
        NANOSECONDS,
        MJD,
        ELAPSED,
        OTHER
    }

    private static final List<Quantity> KNOWN = List.of(
            of(
                    Kind.EVENT,
                    "event_?id|evt_?id|ev|event|event_?no|event_?number|ieve",
                    "meta.id;meta.main",
                    "Event number"),
            of(Kind.RUN, "run_?id|run|obs_?id|run_?no|run_?number|r|irun", "meta.id;obs", "Run number"),
            of(Kind.OTHER, "uuid", "meta.id;meta.main", "Identifier of the event"),
            of(
                    Kind.RA,
                    "(reco_?)?ra(_?deg|_?rad|_?h|_?j2000)?|right_ascension",
                    "pos.eq.ra;meta.main",
                    "Right ascension"),
            of(Kind.DEC, "(reco_?)?decl?(_?deg|_?rad|_?j2000)?|declination", "pos.eq.dec;meta.main", "Declination"),
            of(Kind.GLON, "l|glon|gal_?lon", "pos.galactic.lon", "Galactic longitude"),
            of(Kind.GLAT, "b|glat|gal_?lat", "pos.galactic.lat", "Galactic latitude"),
            of(Kind.ZENITH, "ze|zen|zenith|zenith_?angle|reco_?zenith|aligned_zenith", "pos.az.zd", "Zenith angle"),
            of(Kind.AZIMUTH, "az|azi|azimuth|azimuth_?angle|reco_?azimuth|aligned_azimuth", "pos.az.azi", "Azimuth"),
            of(Kind.OTHER, "alt|elevation", "pos.az.alt", "Altitude"),
            of(
                    Kind.LOG_ENERGY,
                    "(lg|log|log10)_?(e|energy)(_?reco|_?[a-z]?ev)?",
                    "phys.energy",
                    "Energy, decimal logarithm"),
            of(
                    Kind.ENERGY,
                    "e|energy|energy_?reco|reco_?energy|reco_deposited_energy|primary_energy",
                    "phys.energy",
                    "Energy"),
            of(Kind.OTHER, "mc_energy|energy_true|true_energy|mc_e", "phys.energy", "Simulated energy"),
            of(
                    Kind.UNIX_SECONDS,
                    "gt|timestamp|unix_?time|utc_?seconds|utc_?sec",
                    "time.epoch",
                    "Time, seconds since 1970"),
            of(Kind.GPS_SECONDS, "gps_?sec(onds)?|gps_?time", "time.epoch", "Time, GPS seconds"),
            of(
                    Kind.NANOSECONDS,
                    "mt|nanoseconds|utc_?nanoseconds|gps_?nanosec(onds)?|ns",
                    "time.epoch",
                    "Nanoseconds of the time"),
            of(Kind.MJD, "mjd|time_mjd|mjd_?time", "time.epoch", "Time, Modified Julian Date"),
            of(Kind.ELAPSED, "time|time_met", "time.epoch", "Time since the reference epoch of the file"),
            of(Kind.OTHER, "(lg_?|log_?)?ne|num_e|n_electrons", "meta.number;phys.electron", "Number of electrons"),
            of(Kind.OTHER, "(lg_?|log_?)?n_?mu|num_mu|n_muons", "meta.number;phys.particle", "Number of muons"),
            of(Kind.OTHER, "(lg_?|log_?)?n_?ch", "meta.number;phys.particle", "Number of charged particles"),
            of(Kind.OTHER, "nhad", "meta.number;phys.particle", "Number of hadrons"),
            of(Kind.OTHER, "n_?hits?", "meta.number;instr.det", "Number of hits"),
            of(Kind.OTHER, "age", "stat.fit.param", "Lateral shower age"),
            of(Kind.OTHER, "x|xc|core_?x", "pos.cartesian.x", "Position x"),
            of(Kind.OTHER, "y|yc|core_?y", "pos.cartesian.y", "Position y"),
            of(Kind.OTHER, "pos_x|dir_x", "pos.cartesian.x", "Component x"),
            of(Kind.OTHER, "pos_y|dir_y", "pos.cartesian.y", "Component y"),
            of(Kind.OTHER, "pos_z|dir_z", "pos.cartesian.z", "Component z"),
            of(Kind.OTHER, "temp|temperature|t200", "phys.temperature", "Air temperature"),
            of(Kind.OTHER, "pressure|p200", "phys.pressure", "Air pressure"),
            of(
                    Kind.OTHER,
                    "beta|beta0|ang_?err|angular_error|dir_err|sigma|resol",
                    "stat.error;pos.angDistance",
                    "Error of the direction"),
            of(Kind.OTHER, "gammaness", "stat.probability", "1 like a gamma ray, 0 like a hadron"),
            of(
                    Kind.OTHER,
                    "class|event_?class|event_?type|type|label|reco_morphology",
                    "meta.code.class",
                    "Class of the event"),
            of(Kind.OTHER, "chi2|.*_chi2", "stat.fit.chi2", "Quality of the fit"),
            of(Kind.OTHER, "livetime|livetime_sec", "time.duration;obs.exposure", "Livetime"),
            of(Kind.OTHER, "weight(_.*)?", "stat.weight", "Weight"),
            of(Kind.OTHER, "multip(licity)?", "meta.number;instr.tel", "Telescopes that saw the event"));

    private static Quantity of(Kind kind, String names, String ucd, String description) {
        return new Quantity(kind, Pattern.compile(names), new Ucd(ucd), description);
    }

    static Optional<Quantity> named(String name) {
        return KNOWN.stream().filter(q -> q.names.matcher(name).matches()).findFirst();
    }
}
