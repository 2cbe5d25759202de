package org.heralddata.simulate;

/**
 * Mean numbers of particles in an air shower by the Heitler model extended to hadrons.
 *
 * <p>Muons: {@code Nμ = A (E / (A ξ_π))^β}. Electrons at the maximum follow from energy conservation,
 * {@code E = g ξ_e (Ne + 24 Nμ)} with g ξ_e = 0.85 GeV. Nuclei count as A showers of energy E/A (superposition).
 *
 * @see <a href="https://doi.org/10.1016/j.astropartphys.2004.09.003">Matthews (2005), Astropart. Phys. 22, 387, eqs. 9, 13, 15</a>
 */
final class HeitlerMatthews {

    /** Energy at which charged pions decay rather than interact, eV (Matthews, section 3). */
    static final double PION_CRITICAL_EV = 20e9;

    /** β, {@code 1 − κ/(3 ln N_ch)} with losses (Matthews, section 3.1 and eq. 13). */
    static final double MUON_EXPONENT = 0.9;

    /** g ξ_e, eV for each electron counted (Matthews, eq. 15). */
    static final double EV_PER_ELECTRON = 0.85e9;

    /** ξ_π / ξ_e: electrons that carry as much as one muon (Matthews, eq. 15). */
    static final double ELECTRONS_PER_MUON = 24;

    /** Depth of the maximum of a proton shower at 1 PeV, g/cm²: of full simulations, as Matthews' figure 3 shows them. */
    private static final double DEPTH_AT_PEV = 560;

    /** Its growth with ten times the energy, g/cm² (Matthews, eq. 27). */
    private static final double DEPTH_PER_DECADE = 58;

    private HeitlerMatthews() {}

    /** Mean number of muons. */
    static double muons(double energyEv, int massNumber) {
        return massNumber * Math.pow(energyEv / (massNumber * PION_CRITICAL_EV), MUON_EXPONENT);
    }

    /** Mean number of electrons at the shower's maximum; at least 1. */
    static double electronsAtMaximum(double energyEv, double muons) {
        return Math.max(1, energyEv / EV_PER_ELECTRON - ELECTRONS_PER_MUON * muons);
    }

    /** Mean atmospheric depth of the maximum, g/cm². */
    static double depthOfMaximum(double energyEv, int massNumber) {
        return DEPTH_AT_PEV + DEPTH_PER_DECADE * Math.log10(energyEv / massNumber / 1e15);
    }

    /**
     * The part of the maximum's electrons left at a depth: Gaisser and Hillas (1977), Proc. 15th ICRC 8, 353, with first interaction
     * at depth 0 and λ = 70 g/cm².
     *
     * @param depth        slant depth, g/cm², above 0
     * @param depthMaximum of the shower, g/cm², above 0
     */
    static double remaining(double depth, double depthMaximum) {
        double lambda = 70;
        return Math.exp((depthMaximum * Math.log(depth / depthMaximum) + depthMaximum - depth) / lambda);
    }

    /** Age parameter s = 3 X / (X + 2 X_max), 1 at the maximum. */
    static double age(double depth, double depthMaximum) {
        return 3 * depth / (depth + 2 * depthMaximum);
    }
}
