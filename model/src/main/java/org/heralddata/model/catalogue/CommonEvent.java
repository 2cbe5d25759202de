package org.heralddata.model.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table are those of the common event (id, collection, messenger, time, ra, dec, energy), so that one
 * selection can run over several collections.
 *
 * @param id     column of the event's UUID; always {@code uuid}
 * @param time   timestamp column, UTC; null if the events have no time
 * @param ra     right ascension column, degrees ICRS; null if the events have no direction
 * @param dec    declination column; null just where {@code ra} is
 * @param healpix column of the nested HEALPix index of order 29; null just where {@code ra} is
 * @param energy null if the events have no energy
 */
public record CommonEvent(
        String id,
        @Nullable String time,
        @Nullable String ra,
        @Nullable String dec,
        @Nullable String healpix,
        @Nullable Energy energy) {

    /** Whether rows are events: a list of stations, say, has neither times nor directions nor energies. */
    public boolean isOfEvents() {
        return time != null || ra != null || energy != null;
    }

    /**
     * @param column  a floating-point column
     * @param unitInEv electronvolts in one unit of the column: 1e9 for GeV
     */
    public record Energy(String column, EnergyScale scale, double unitInEv) {}
}
