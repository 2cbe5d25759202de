package org.heralddata.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Energies of primary particles of one mass group, drawn from its flux times the trigger's efficiency by inverting the
 * cumulative distribution on a fine grid. Immutable.
 */
final class PrimarySpectrum {
    private static final int STEPS = 4096;

    private final double lowLgE;
    private final double stepLgE;
    private final double[] cumulative = new double[STEPS + 1];

    /**
     * @param lowLgE  lower end, log10(E/eV)
     * @param highLgE upper end
     */
    PrimarySpectrum(MassGroup group, double lowLgE, double highLgE) {
        this.lowLgE = lowLgE;
        this.stepLgE = (highLgE - lowLgE) / STEPS;
        for (int i = 0; i < STEPS; i++) {
            double energyEv = Math.pow(10, lowLgE + (i + 0.5) * stepLgE);
            // dN/dlgE = ln(10) E dN/dE; the constant drops out
            cumulative[i + 1] = cumulative[i] + energyEv * group.flux(energyEv) * efficiency(Math.log10(energyEv));
        }
    }

    /** Relative number of events; comparable between mass groups. */
    double weight() {
        return cumulative[STEPS];
    }

    /** log10(E/eV) of one event. */
    double draw(SplittableRandom random) {
        double wanted = random.nextDouble() * cumulative[STEPS];
        int found = Arrays.binarySearch(cumulative, wanted);
        int cell = Math.clamp(found >= 0 ? found : -found - 2, 0, STEPS - 1);
        double inCell = (wanted - cumulative[cell]) / (cumulative[cell + 1] - cumulative[cell]);
        return lowLgE + (cell + inCell) * stepLgE;
    }

    /** Chance that the array triggers: half at 10^14.4 eV, full above 10^15 eV. */
    static double efficiency(double lgE) {
        return 1 / (1 + Math.exp(-(lgE - 14.4) / 0.12));
    }
}
