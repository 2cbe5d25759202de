package org.heralddata.serve.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    private static String plain(String text) {
        return text.replace('\u2009', ' ');
    }

    @Test
    void groupsDigitsByThinSpaces() {
        assertThat(Figures.count(1_234_567)).isEqualTo("1\u2009234\u2009567");
        assertThat(Figures.count(999)).isEqualTo("999");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1500, 1.5 kB", "6100000, 6.1 MB", "999600, 1 MB", "123456789012, 123 GB"})
    void tellsSizes(long bytes, String expected) {
        assertThat(plain(Figures.bytes(bytes))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0 %",
        "10, 10, 100 %",
        "78569, 200000, 39 %",
        "9999, 10000, > 99.9 %",
        "1, 100000, < 0.01 %",
        "0, 0, 0 %"
    })
    void neverRoundsAShareToNothingOrAll(long part, long whole, String expected) {
        assertThat(plain(Figures.share(part, whole))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "15.5, 15.5",
        "1e12, 1e12",
        "15.123456789, 15.123457",
        "123456789, 123456789",
        "1e-7, 1e-7",
        "NaN, NaN"
    })
    void writesNumbersShort(double value, String expected) {
        assertThat(Figures.number(value)).isEqualTo(expected);
    }

    @Test
    void keepsNanosecondsOfTimes() {
        assertThat(Figures.time(1_072_915_200_000_000_001L)).isEqualTo("2004-01-01T00:00:00.000000001Z");
        assertThat(Figures.time(-1)).isEqualTo("1969-12-31T23:59:59.999999999Z");
    }
}
