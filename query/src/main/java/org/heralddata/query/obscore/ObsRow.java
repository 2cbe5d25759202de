package org.heralddata.query.obscore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An observation. Null for what is not known.
 *
 * @param collection   its id
 * @param observation  id of the observation
 * @param publisherDid an IVOA identifier
 * @param sizeKb       kilobytes
 * @param exposureS    livetime, seconds
 * @param minEv        least energy, electronvolts
 * @param times        T-MOC
 */
public record ObsRow(
        String collection,
        String observation,
        String publisherDid,
        String accessUrl,
        String accessFormat,
        @Nullable Long sizeKb,
        @Nullable String target,
        @Nullable Sky sky,
        @Nullable Double minMjd,
        @Nullable Double maxMjd,
        @Nullable Double exposureS,
        @Nullable Double minEv,
        @Nullable Double maxEv,
        @Nullable String facility,
        @Nullable String instrument,
        @Nullable Long events,
        @Nullable String times,
        String messenger) {

    /** Of a photon, in electronvolts times metres (SI 2019, exact). */
    private static final double EV_M = 299_792_458 * 6.62607015e-34 / 1.602176634e-19;

    private static final int CALIBRATED = 2;

    /** @param fovDeg diameter; null if not known */
    public record Sky(double raDeg, double decDeg, @Nullable Double fovDeg) {}

    /** As {@link ObsCore#COLUMNS}: String, Long, Double or null. */
    public List<@Nullable Object> cells() {
        Double fov = sky == null ? null : sky.fovDeg;
        return list(
                "event",
                (long) CALIBRATED,
                collection,
                observation,
                publisherDid,
                accessUrl,
                accessFormat,
                sizeKb,
                target,
                sky == null ? null : (Object) sky.raDeg,
                sky == null ? null : (Object) sky.decDeg,
                fov,
                sky == null || fov == null ? null : "Circle ICRS %s %s %s".formatted(sky.raDeg, sky.decDeg, fov / 2),
                null,
                null,
                null,
                minMjd,
                maxMjd,
                exposureS,
                null,
                null,
                wavelength(maxEv),
                wavelength(minEv),
                null,
                null,
                messenger.equals("photon") ? "phot.count" : null,
                null,
                null,
                facility,
                instrument);
    }

    /** As {@link ObsCore#HIGH_ENERGY_COLUMNS}: String, Long, Double or null. */
    public List<@Nullable Object> highEnergyCells() {
        return list(
                publisherDid,
                events,
                null,
                null,
                null,
                null,
                times,
                minEv,
                maxEv,
                null,
                null,
                null,
                null,
                null,
                null,
                messenger,
                pdg());
    }

    private static @Nullable Double wavelength(@Nullable Double ev) {
        return ev != null && ev > 0 ? (Double) (EV_M / ev) : null;
    }

    /** Only a photon is one particle. */
    private @Nullable Long pdg() {
        return messenger.equals("photon") ? (Long) 22L : null;
    }

    private static List<@Nullable Object> list(@Nullable Object... cells) {
        return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(cells)));
    }
}
