package org.heralddata.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.heralddata.model.unit.Unit;
import org.heralddata.testkit.Oracle;
import org.junit.jupiter.api.Test;

/** Stands here, not beside the units, since the test kit sees the model. */
class UnitOracleTest {
    private static final List<String> PAIRS = List.of(
            "GeV J",
            "eV kg.m**2/s**2",
            "Ry eV",
            "erg GeV",
            "solMass kg",
            "solLum W",
            "solRad m",
            "AU m",
            "pc m",
            "lyr m",
            "u kg",
            "yr s",
            "a d",
            "h min",
            "deg rad",
            "arcmin deg",
            "mas arcsec",
            "sr deg**2",
            "Jy W.m**-2.Hz**-1",
            "barn cm**2",
            "G T",
            "Angstrom nm",
            "Wb V.s",
            "Ohm V/A",
            "S A/V",
            "F C/V",
            "H V.s/A",
            "T Wb/m**2",
            "N kg.m/s**2",
            "Pa N/m**2",
            "hPa Pa",
            "W J/s",
            "C A.s",
            "lm cd.sr",
            "lx lm/m**2",
            "byte bit",
            "Kibyte byte",
            "ct count",
            "ph photon",
            "pix pixel",
            "cm**-2.s**-1.TeV**-1 m**-2.s**-1.eV**-1",
            "uV/m V/m",
            "g/cm**2 kg.m**-2",
            "R photon.cm**-2.s**-1.sr**-1",
            "m**(1/2) cm**(1/2)");

    private static final String SCRIPT = """
            import sys, warnings
            import astropy.units as u
            warnings.simplefilter("ignore")
            for pair in sys.argv[1:]:
                a, b = pair.split(" ")
                print(repr(float(u.Unit(a, format="vounit").to(u.Unit(b, format="vounit")))))
            """;

    @Test
    void convertsAsAstropyDoes() {
        List<String> factors =
                Oracle.python("astropy").run(SCRIPT, PAIRS.toArray()).lines().toList();
        assertThat(factors).hasSameSizeAs(PAIRS);
        for (int i = 0; i < PAIRS.size(); i++) {
            String[] pair = PAIRS.get(i).split(" ", 2);
            double expected = Double.parseDouble(factors.get(i));
            double ours = new Unit(pair[0]).to(new Unit(pair[1])).orElseThrow().apply(1);
            assertThat(ours).as(PAIRS.get(i)).isCloseTo(expected, within(Math.abs(expected) * 1e-9));
        }
    }
}
