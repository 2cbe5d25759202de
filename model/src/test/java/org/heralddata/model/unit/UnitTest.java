package org.heralddata.model.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m/s**2",
                "m.s**-2",
                "mJy",
                "log(GHz)",
                "kg.m**2.s**-2",
                "25.4mm",
                "1.898E27kg",
                "10**-11m",
                "'furlong'",
                "m'furlong'",
                "m**(1/2)",
                "sqrt(m)",
                "log(10**6Hz)",
                "%",
                "Kibyte",
                "J/(m.s)",
                "Pa",
                "mas",
                "deg",
                "log(eV)",
                "GeV**-1.cm**-2.s**-1",
                "uV/m",
                "'degC'",
                "dB",
                "uarcsec"
            })
    void keepsCanonicalSymbols(String symbol) {
        assertThat(Unit.parse(symbol)).isEqualTo(new UnitReading.Valid(new Unit(symbol), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "m*s,m.s",
        "m^2,m**2",
        "m**(0.5),m**(1/2)",
        "1/cm**2,cm**-2",
        "m**(2),m**2",
        "m**+2,m**2",
        "10^+3m,10**3m"
    })
    void bringsLooseWritingToCanonicalSymbols(String written, String symbol) {
        assertThat(valid(written).unit().symbol()).isEqualTo(symbol);
    }

    @ParameterizedTest
    @CsvSource({"m*s,*", "m^2,^", "erg,erg", "Angstrom,Angstrom", "kAU,AU"})
    void warnsOfWhatTheStandardDeprecates(String written, String named) {
        assertThat(valid(written).warnings()).singleElement().asString().contains("`" + named + "`");
    }

    @ParameterizedTest
    @CsvSource({
        "Gev, 0, 3, GeV",
        "degrees, 0, 7, deg",
        "m.sec, 2, 3, s",
        "m/s/K, 3, 1, negative powers",
        "J/m.s, 3, 1, J/(m.s)",
        "m**x, 3, 1, m**2",
        "m s, 1, 1, m.s",
        "log10(eV), 0, 5, log",
        "furlong, 0, 7, quotes",
        "UNKNOWN, 0, 7, leave",
    })
    void saysWhereAndWhatIsWrong(String written, int start, int length, String help) {
        assertThat(Unit.parse(written)).isInstanceOfSatisfying(UnitReading.Invalid.class, wrong -> {
            assertThat(wrong.start()).isEqualTo(start);
            assertThat(wrong.length()).isEqualTo(length);
            assertThat(wrong.help()).contains(help);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(m",
                "m)",
                "log(eV",
                "''",
                "0.0m",
                "m.",
                "/",
                "K'x'",
                "x'm",
                "m**999999999999",
                "\u00b5m",
                ".",
                "((",
                "10**"
            })
    void refusesWhatIsNoUnit(String written) {
        assertThat(Unit.parse(written)).isInstanceOf(UnitReading.Invalid.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new Unit(written));
    }

    @Test
    void refusesHostileTextsQuickly() {
        assertThat(Unit.parse("(".repeat(150))).isInstanceOf(UnitReading.Invalid.class);
        assertThat(Unit.parse("m.".repeat(100_000))).isInstanceOf(UnitReading.Invalid.class);
        assertThat(Unit.fromFile("(".repeat(90))).isEmpty();
    }

    @Test
    void constructorTakesOnlyCanonicalSymbols() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Unit("m^2"));
    }

    @Test
    void emptyAndOneAreNoUnit() {
        assertThat(valid("").unit()).isEqualTo(Unit.NONE);
        assertThat(valid("1").unit()).isEqualTo(Unit.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "1, GeV, TeV, 0.001",
                "3, MeV, GeV, 0.003",
                "1, TeV, eV, 1e12",
                "180, deg, rad, 3.141592653589793",
                "1, deg, arcmin, 60",
                "3600, arcsec, deg, 1",
                "1, h, s, 3600",
                "1, 15deg, deg, 15",
                "1, m**2, cm**2, 1e4",
                "1, cm**-2.s**-1, m**-2.s**-1, 1e4",
                "1, g/cm**2, kg/m**2, 10",
                "1013.25, hPa, Pa, 101325",
                "15, log(eV), log(GeV), 6",
                "1, log(TeV), log(GeV), 4",
                "0, ln(eV), log(eV), 0",
                "20, 'degC', K, 293.15",
                "273.15, K, 'degC', 0",
                "1, sr, deg**2, 3282.806350011744",
                "1, erg, GeV, 624.1509074460763",
                "2, sqrt(m), m**(1/2), 2",
                "1, Kibyte, bit, 8192",
                "100, %, '', 1",
                "1, pc, AU, 206264.80624709636",
                "1, uV/m, V/m, 1e-6",
                "1, 10**-12cm**-2, m**-2, 1e-8",
            })
    void converts(double value, String from, String to, double expected) {
        Unit target = new Unit(none(to));
        assertThat(new Unit(from).to(target)).get().satisfies(conversion -> {
            assertThat(conversion.apply(value)).isCloseTo(expected, within(Math.abs(expected) * 1e-13 + 1e-13));
            assertThat(conversion.inverse().apply(conversion.apply(value)))
                    .isCloseTo(value, within(Math.abs(value) * 1e-12 + 1e-12));
        });
    }

    @Test
    void keepsPowersOfTenExact() {
        assertThat(new Unit("MeV").to(new Unit("TeV"))).hasValue(new UnitConversion(1, 1e6, 0));
        assertThat(new Unit("PeV").to(new Unit("GeV"))).hasValue(new UnitConversion(1e6, 1, 0));
        assertThat(new Unit("eV").to(new Unit("eV"))).hasValue(UnitConversion.IDENTITY);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "log(eV), eV",
                "m, s",
                "deg, ''",
                "count, photon",
                "rad, m",
                "log(eV), log(m)",
                "'furlong', 'week'",
                "K, 'm'"
            })
    void doesNotConvertWhatMeasuresOtherThings(String from, String to) {
        assertThat(new Unit(from).isCommensurable(new Unit(none(to)))).isFalse();
    }

    @Test
    void tellsTheDimension() {
        assertThat(new Unit("eV").dimension()).isEqualTo("kg.m**2.s**-2");
        assertThat(Unit.NONE.dimension()).isEmpty();
    }

    private static String none(String symbol) {
        return symbol.equals("''") ? "" : symbol;
    }

    private static UnitReading.Valid valid(String written) {
        assertThat(Unit.parse(written)).isInstanceOf(UnitReading.Valid.class);
        return (UnitReading.Valid) Unit.parse(written);
    }
}
