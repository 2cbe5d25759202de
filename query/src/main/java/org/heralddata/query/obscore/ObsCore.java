package org.heralddata.query.obscore;

import static org.heralddata.model.table.ColumnType.FLOAT64;
import static org.heralddata.model.table.ColumnType.INT32;
import static org.heralddata.model.table.ColumnType.INT64;
import static org.heralddata.model.table.ColumnType.STRING;

import java.util.List;

/** The columns of {@code ivoa.obscore}, all that ObsCore 1.1 makes mandatory (Table 5), in its order. */
public final class ObsCore {
    private static final String SKY = "Char.SpatialAxis.";
    private static final String TIME = "Char.TimeAxis.";
    private static final String ENERGY = "Char.SpectralAxis.";

    /** See {@link ObsRow#cells}. */
    public static final List<ObsColumn> COLUMNS = List.of(
            ObsColumn.of("dataproduct_type", STRING, "", "meta.code.class", "ObsDataset.dataProductType", true, "What kind of data: event"),
            ObsColumn.of("calib_level", INT32, "", "meta.code;obs.calib", "ObsDataset.calibLevel", true, "How far the data are processed, 0 to 4"),
            ObsColumn.of("obs_collection", STRING, "", "meta.id", "DataID.collection", true, "Collection"),
            ObsColumn.of("obs_id", STRING, "", "meta.id", "DataID.observationID", true, "Observation: a table of a release, or a run"),
            ObsColumn.of("obs_publisher_did", STRING, "", "meta.ref.ivoid", "Curation.publisherDID", true, "Identifier of the data set"),
            ObsColumn.of("access_url", STRING, "", "meta.ref.url", "Access.reference", true, "Where it can be had"),
            ObsColumn.of("access_format", STRING, "", "meta.code.mime", "Access.format", true, "Media type of what is there"),
            ObsColumn.of("access_estsize", INT64, "kbyte", "phys.size;meta.file", "Access.size", true, "Size of the data, about"),
            ObsColumn.of("target_name", STRING, "", "meta.id;src", "Target.name", true, "Name of the target"),
            ObsColumn.of("s_ra", FLOAT64, "deg", "pos.eq.ra", SKY + "Coverage.Location.Coord.Position2D.Value2.C1", true, "Right ascension of the middle, ICRS"),
            ObsColumn.of("s_dec", FLOAT64, "deg", "pos.eq.dec", SKY + "Coverage.Location.Coord.Position2D.Value2.C2", true, "Declination of the middle, ICRS"),
            ObsColumn.of("s_fov", FLOAT64, "deg", "phys.angSize;instr.fov", SKY + "Coverage.Bounds.Extent.diameter", true, "Diameter of a circle around all of it"),
            ObsColumn.of("s_region", STRING, "", "pos.outline;obs.field", SKY + "Coverage.Support.Area", true, "A circle around all of it (STC-S)"),
            ObsColumn.of("s_resolution", FLOAT64, "arcsec", "pos.angResolution", SKY + "Resolution.Refval.value", true, "Angular resolution"),
            ObsColumn.of("s_xel1", INT64, "", "meta.number", SKY + "numBins1", false, "Pixels of the first axis; none, for events are not binned"),
            ObsColumn.of("s_xel2", INT64, "", "meta.number", SKY + "numBins2", false, "Pixels of the second axis; none, for events are not binned"),
            ObsColumn.of("t_min", FLOAT64, "d", "time.start;obs.exposure", TIME + "Coverage.Bounds.Limits.StartTime", true, "First instant, MJD in UTC"),
            ObsColumn.of("t_max", FLOAT64, "d", "time.end;obs.exposure", TIME + "Coverage.Bounds.Limits.StopTime", true, "Last instant, MJD in UTC"),
            ObsColumn.of("t_exptime", FLOAT64, "s", "time.duration;obs.exposure", TIME + "Coverage.Support.Extent", true, "Livetime"),
            ObsColumn.of("t_resolution", FLOAT64, "s", "time.resolution", TIME + "Resolution.Refval.value", true, "Resolution in time"),
            ObsColumn.of("t_xel", INT64, "", "meta.number", TIME + "numBins", false, "Bins of time; none, for events are not binned"),
            ObsColumn.of("em_min", FLOAT64, "m", "em.wl;stat.min", ENERGY + "Coverage.Bounds.Limits.LoLimit", true, "Wavelength of a photon of the greatest energy"),
            ObsColumn.of("em_max", FLOAT64, "m", "em.wl;stat.max", ENERGY + "Coverage.Bounds.Limits.HiLimit", true, "Wavelength of a photon of the least energy"),
            ObsColumn.of("em_res_power", FLOAT64, "", "spect.resolution", ENERGY + "Resolution.ResolPower.refVal", true, "Resolving power"),
            ObsColumn.of("em_xel", INT64, "", "meta.number", ENERGY + "numBins", false, "Bins of energy; none, for events are not binned"),
            ObsColumn.of("o_ucd", STRING, "", "meta.ucd", "Char.ObservableAxis.ucd", true, "What is observed"),
            ObsColumn.of("pol_states", STRING, "", "meta.code;phys.polarization", "Char.PolarizationAxis.stateList", true, "States of polarisation; none"),
            ObsColumn.of("pol_xel", INT64, "", "meta.number", "Char.PolarizationAxis.numBins", false, "Number of states of polarisation; none"),
            ObsColumn.of("facility_name", STRING, "", "meta.id;instr.tel", "Provenance.ObsConfig.Facility.name", true, "Experiment"),
            ObsColumn.of("instrument_name", STRING, "", "meta.id;instr", "Provenance.ObsConfig.Instrument.name", true, "Instrument"));

    /** The columns of {@code ivoa.obscore_hea}: the IVOA's draft extension for high energies. */
    public static final List<ObsColumn> HIGH_ENERGY_COLUMNS = List.of(
            ObsColumn.of("obs_publisher_did", STRING, "", "meta.ref.ivoid", "Curation.publisherDID", true, "Identifier of the data set, as in ivoa.obscore"),
            ObsColumn.of("ev_xel", INT64, "", "meta.number", null, true, "Number of events"),
            ObsColumn.of("s_ref_energy", FLOAT64, "eV", "em.energy", null, false, "Energy at which the angular resolution holds"),
            ObsColumn.of("em_ref_energy", FLOAT64, "eV", "em.energy", null, false, "Energy at which the resolving power holds"),
            ObsColumn.of("s_ref_oaa", FLOAT64, "deg", "pos.angDistance", null, false, "Angle off the axis at which the angular resolution holds"),
            ObsColumn.of("em_ref_oaa", FLOAT64, "deg", "pos.angDistance", null, false, "Angle off the axis at which the resolving power holds"),
            ObsColumn.of("t_intervals", STRING, "", "time.interval", null, true, "When there are events, as a T-MOC"),
            ObsColumn.of("energy_min", FLOAT64, "eV", "em.energy;stat.min", null, true, "Least energy"),
            ObsColumn.of("energy_max", FLOAT64, "eV", "em.energy;stat.max", null, true, "Greatest energy"),
            ObsColumn.of("obs_mode", STRING, "", "meta.code;obs", null, false, "Mode of observation"),
            ObsColumn.of("tracking_mode", STRING, "", "meta.code;obs", null, false, "Mode of tracking"),
            ObsColumn.of("scan_mode", STRING, "", "meta.code;obs", null, false, "Mode of scanning"),
            ObsColumn.of("pointing_mode", STRING, "", "meta.code;obs", null, false, "Mode of pointing"),
            ObsColumn.of("analysis_mode", STRING, "", "meta.code", null, false, "Analysis that the events are from"),
            ObsColumn.of("event_type", STRING, "", "meta.code.class", null, false, "Type of events"),
            ObsColumn.of("messenger_name", STRING, "", "meta.code.class", null, true, "What was detected, a term of the IVOA's vocabulary of messengers"),
            ObsColumn.of("messenger_pdgid", INT32, "", "meta.code", null, false, "Number of the particle in the PDG's scheme"));

    private ObsCore() {}
}
