package org.heralddata.serve.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.3.4, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "127.0.0.1, ::ffff:127.0.0.1, true",
        "127.0.0.1, localhost, false",
        "127.0.0.1, '', false"
    })
    void knowsWhatBeginsAsItDoes(String range, String address, boolean inside) {
        assertThat(AddressRange.of(range).orElseThrow().has(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example.org",
                "10.0.0.0/33",
                "::/129",
                "10.0.0",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "*",
                "1.2.3.400",
                "[::1]"
            })
    void refusesWhatIsNone(String text) {
        assertThat(AddressRange.of(text)).isEmpty();
    }

    @Test
    void takesNoNameForAnAddress() {
        assertThat(AddressRange.literal("example.org")).isEmpty();
    }
}
