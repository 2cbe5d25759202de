package org.heralddata.simulate;

/**
 * The five groups of nuclei that KASCADE tells apart, with a power law and a bend at a fixed rigidity:
 *
 * <pre>{@code Φ(E) = Φ₀ (E / TeV)^γ [1 + (E / (Z E_c))^ε]^(−Δγ/ε)}</pre>
 *
 * <p>Values after Hörandel (2003), Astropart. Phys. 19, 193, table 5 and section 3 (rigidity-dependent cut-off), elements added up
 * into groups and rounded.
 */
enum MassGroup {
    PROTON(1, 1, 8.73e-2, -2.71),
    HELIUM(4, 2, 5.71e-2, -2.64),
    CARBON(14, 7, 3.70e-2, -2.67),
    SILICON(28, 14, 2.10e-2, -2.67),
    IRON(56, 26, 2.04e-2, -2.59);

    /** Energy of the bend divided by the charge, eV. */
    static final double CUTOFF_EV = 4.5e15;

    /** Difference between the spectral index after and before the bend. */
    static final double INDEX_CHANGE = 2.1;

    /** Sharpness of the bend. */
    static final double SHARPNESS = 1.9;

    private final int massNumber;
    private final int charge;
    private final double fluxAtTeV;
    private final double index;

    MassGroup(int massNumber, int charge, double fluxAtTeV, double index) {
        this.massNumber = massNumber;
        this.charge = charge;
        this.fluxAtTeV = fluxAtTeV;
        this.index = index;
    }

    /** Nucleons. */
    int massNumber() {
        return massNumber;
    }

    /** Differential flux in 1/(m² s sr TeV). */
    double flux(double energyEv) {
        double bend = Math.pow(energyEv / (charge * CUTOFF_EV), SHARPNESS);
        return fluxAtTeV * Math.pow(energyEv / 1e12, index) * Math.pow(1 + bend, -INDEX_CHANGE / SHARPNESS);
    }
}
