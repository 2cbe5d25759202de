package org.heralddata.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of events that {@code herald simulate} makes. */
public enum SimulationKind {
    /** Air showers as KASCADE, KASCADE-Grande and the hadron calorimeter saw them. */
    KASCADE_DEMO("kascade-demo", 200_000, "air showers like KASCADE's"),
    /** Upward-going neutrinos like those of the ANTARES point-source sample. */
    NEUTRINO_DEMO("neutrino-demo", 8_754, "neutrino candidates like ANTARES'"),
    /** Gamma rays and background of an imaging telescope array looking at the Crab nebula. */
    GAMMA_DEMO("gamma-demo", 40_000, "gamma-ray candidates around the Crab nebula");

    private final String label;
    private final long usualEvents;
    private final String what;

    SimulationKind(String label, long usualEvents, String what) {
        this.label = label;
        this.usualEvents = usualEvents;
        this.what = what;
    }

    /** The name in commands, such as {@code kascade-demo}. */
    public String label() {
        return label;
    }

    /** How many events the demo collection has. */
    public long usualEvents() {
        return usualEvents;
    }

    /** What the events are, in a few words. */
    public String what() {
        return what;
    }

    /** The stations that the events name, as CSV with {@code id}, {@code x} (m, to the east) and {@code y} (m, to the north); empty if there are none. */
    public Optional<String> stations() {
        return this == KASCADE_DEMO ? Optional.of(KascadeArray.csv()) : Optional.empty();
    }

    Simulation simulation() {
        return switch (this) {
            case KASCADE_DEMO -> new AirShowers();
            case NEUTRINO_DEMO -> new NeutrinoSky();
            case GAMMA_DEMO -> new CrabField();
        };
    }

    public static Optional<SimulationKind> of(String label) {
        return Arrays.stream(values()).filter(k -> k.label.equals(label)).findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(SimulationKind::label).toList();
    }
}
