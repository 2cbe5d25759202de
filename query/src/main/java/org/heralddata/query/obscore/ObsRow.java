package org.heralddata.query.obscore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data set of an observation. Null for what is not known.
 *
 * @param product      what it is
 * @param source       what it belongs to
 * @param observation  id of the observation
 * @param publisherDid an IVOA identifier
 * @param sizeKb       kilobytes
 * @param exposureS    livetime, seconds
 * @param minEv        least energy, electronvolts
 * @param times        T-MOC
 */
public record ObsRow(
        Product product,
        Source source,
        String observation,
        String publisherDid,
        String accessUrl,
        @Nullable Long sizeKb,
        @Nullable String target,
        @Nullable Sky sky,
        @Nullable Double minMjd,
        @Nullable Double maxMjd,
        @Nullable Double exposureS,
        @Nullable Double minEv,
        @Nullable Double maxEv,
        @Nullable String instrument,
        @Nullable Long events,
        @Nullable String times) {

    /** Of a photon, in electronvolts times metres (SI 2019, exact). */
    private static final double EV_M = 299_792_458 * 6.62607015e-34 / 1.602176634e-19;

    /** What each {@link #accessUrl} leads to. */
    static final String DATALINK = "application/x-votable+xml;content=datalink";

    /**
     * @param type       a term of ObsCore 1.1, or {@code response-function} of the draft for high energies
     * @param subtype    null if none
     * @param calibLevel 0 to 4
     */
    public record Product(String type, @Nullable String subtype, int calibLevel) {
        static final Product TABLE = new Product("event", "hea-event-list", 2);
        static final Product FILE = new Product("event", null, 1);

        boolean isOfEvents() {
            return type.equals("event");
        }
    }

    /**
     * @param collection its id
     * @param creators   their names, joined
     * @param cite       a DOI or reference
     * @param released   when it was made public, ISO 8601
     */
    public record Source(
            String collection,
            String title,
            String creators,
            @Nullable String cite,
            @Nullable String released,
            @Nullable String facility,
            String messenger) {}

    /** @param fovDeg diameter; null if not known */
    public record Sky(double raDeg, double decDeg, @Nullable Double fovDeg) {}

    /** As {@link ObsCore#COLUMNS}: String, Long, Double or null. */
    public List<@Nullable Object> cells() {
        Double fov = sky == null ? null : sky.fovDeg;
        boolean photons = source.messenger.equals("photon");
        return list(
                product.type,
                (long) product.calibLevel,
                source.collection,
                observation,
                publisherDid,
                accessUrl,
                DATALINK,
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
                photons && product.isOfEvents() ? "phot.count" : null,
                null,
                null,
                source.facility,
                instrument,
                product.subtype,
                source.title,
                source.creators,
                source.cite,
                "public",
                source.released,
                calibrated(sky != null),
                calibrated(minMjd != null),
                calibrated(minEv != null || maxEv != null));
    }

    private @Nullable String calibrated(boolean known) {
        return known && product.isOfEvents() && product.calibLevel >= 2 ? "calibrated" : null;
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
                source.messenger,
                pdg());
    }

    private static @Nullable Double wavelength(@Nullable Double ev) {
        return ev != null && ev > 0 ? (Double) (EV_M / ev) : null;
    }

    /** Only a photon is one particle. */
    private @Nullable String pdg() {
        return source.messenger.equals("photon") ? "+22" : null;
    }

    private static List<@Nullable Object> list(@Nullable Object... cells) {
        return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(cells)));
    }
}
