package org.heralddata.model.time;

/** A time scale, as FITS {@code TIMESYS} and the IVOA vocabulary {@code timescale} name it. */
public enum TimeScale {
    UTC,
    TAI,
    TT,
    TDB,
    GPS
}
