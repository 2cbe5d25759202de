package org.heralddata.serve.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stations of a detector, and what an event left in them.
 *
 * @param component  that lists the signals
 * @param signal     name of the column of what was left, such as deposits
 * @param signalUnit empty if it has none
 * @param time       name of the column of arrival times; null if there is none
 * @param unit       of the positions
 * @param all        those that the detector has; empty if only those with a signal are known
 * @param hits       those with a signal, as the event lists them
 * @param showers    what was reconstructed from them
 */
public record Stations(
        String component,
        String signal,
        String signalUnit,
        @Nullable String time,
        @Nullable String timeUnit,
        String unit,
        List<Place> all,
        List<Hit> hits,
        List<Shower> showers) {

    /**
     * @param id number or name; its place in the list if it has none
     * @param x  to the east, or along the first axis of the detector
     * @param y  to the north, or along the second axis
     */
    public record Place(Object id, double x, double y) {}

    /**
     * @param signal null if it is not known
     * @param time   null if it is not known
     */
    public record Hit(
            Object id,
            double x,
            double y,
            @Nullable Double signal,
            @Nullable Double time) {}

    /**
     * A reconstruction of the shower's axis.
     *
     * @param x       of the core
     * @param zenith  degrees; null if not known
     * @param azimuth degrees, from the second axis (north) to the first (east); null if not known
     */
    public record Shower(
            String component,
            double x,
            double y,
            @Nullable Double zenith,
            @Nullable Double azimuth) {}
}
