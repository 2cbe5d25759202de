package org.heralddata.model.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileUnitTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "degrees,deg",
                "Degree,deg",
                "Deg,deg",
                "seconds,s",
                "sec,s",
                "s,s",
                "TeV,TeV",
                "cm-2 s-1 TeV-1,cm**-2.s**-1.TeV**-1",
                "1/cm2,cm**-2",
                "m^2,m**2",
                "m2,m**2",
                "Log(E/GeV),log(GeV)",
                "log10(E/eV),log(eV)",
                "lg(eV),log(eV)",
                "log(cm**-2),log(cm**-2)",
                "hPa,hPa",
                "mbar,hPa",
                "degC,'degC'",
                "Celsius,'degC'",
                "deg_C,'degC'",
                "\u00b0C,'degC'",
                "\u00b0,deg",
                "\u00b5s,us",
                "m s\u207b\u00b9,m/s",
                "g/cm^2,g/cm**2",
                "g cm**-2,g/cm**2",
                "erg/cm**2/s,erg.cm**-2.s**-1",
                "m / s,m/s",
                "uV/m/MHz,uV.m**-1.MHz**-1",
                "sr^(-1),sr**-1",
                "1 / (cm2 s),cm**-2.s**-1",
                "10**-12 cm-2 s-1,10**-12cm**-2.s**-1",
                "1e-12 / (s cm2),10**-12s**-1.cm**-2",
                "[m],m",
                "(GeV),GeV",
                "photons per second,photon/s",
                "p.e.,'pe'",
                "counts,count",
                "unitless,\"\"",
                "-,\"\"",
                "m**(1/2),m**(1/2)",
                "kg m^{-3},kg/m**3",
                "2 m,2m",
                "GeV-1 cm-2 sr-1 s-1,GeV**-1.cm**-2.sr**-1.s**-1",
                "h,h",
                "hours,h",
                "days,d",
                "MJD,\"?\"",
                "furlong,\"?\"",
                "ns,ns",
                "count / s,count/s",
                "'degC',degC?"
            })
    void readsFileUnits(String written, String symbol) {
        if (symbol.equals("?")) {
            assertThat(Unit.fromFile(written)).isEmpty();
        } else if (symbol.endsWith("?")) {
            assertThat(Unit.fromFile(written)).hasValue(new Unit("'degC'"));
        } else {
            assertThat(Unit.fromFile(written)).hasValue(new Unit(symbol));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m s^",
                "cm-2 s-1 /",
                "km/h/",
                "^2",
                "UNKNOWN",
                "\u0000",
                "hello world",
                "0 m",
                "m**(1/0)",
                "m(s",
                "5"
            })
    void leavesAloneWhatItCannotRead(String written) {
        assertThat(Unit.fromFile(written)).isEmpty();
    }
}
