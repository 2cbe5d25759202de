package org.heralddata.accounts.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** Of RFC 6238, appendix B, for HMAC-SHA-1. */
    private static final byte[] RFC = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void givesTheCodesOfTheRfc(long seconds, String eightDigits) {
        assertThat(Totp.code(RFC, Instant.ofEpochSecond(seconds))).isEqualTo(eightDigits.substring(2));
    }

    @Test
    void takesTheCodesOfTheStepsBesideAndNoOthers() {
        long step = NOW.getEpochSecond() / 30;
        for (int off = -1; off <= 1; off++) {
            assertThat(Totp.step(RFC, Totp.code(RFC, NOW.plusSeconds(30L * off)), NOW))
                    .hasValue(step + off);
        }
        for (int off : new int[] {-2, 2, 100}) {
            assertThat(Totp.step(RFC, Totp.code(RFC, NOW.plusSeconds(30L * off)), NOW))
                    .isEmpty();
        }
        for (String wrong : new String[] {"", "1", "081805", "07081804", "０８１８０４", "081804\u0000"}) {
            assertThat(Totp.step(RFC, wrong, NOW)).as(wrong).isEmpty();
        }
    }

    @Test
    void secretsAreTypedInBase32() {
        assertThat(Totp.typed(RFC)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Base32.of("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
        assertThat(Base32.of(new byte[0])).isEmpty();
    }

    @Test
    void appsReadTheAddressWhateverTheNodeIsCalled() {
        assertThat(Totp.uri("KIT: Centre & more", "ada+x@kit.example", RFC))
                .isEqualTo("otpauth://totp/KIT%3A%20Centre%20%26%20more:ada%2Bx%40kit.example"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=KIT%3A%20Centre%20%26%20more"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void secretsAndRecoveryCodesAreLongAndNeverTheSame() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 20; i++) {
            assertThat(Totp.secret()).hasSize(20);
            assertThat(seen.add(Totp.typed(Totp.secret()))).isTrue();
            assertThat(RecoveryCodes.make()).hasSize(RecoveryCodes.COUNT).allSatisfy(code -> {
                assertThat(code).matches("([a-z2-7]{4}-){3}[a-z2-7]{4}");
                assertThat(seen.add(code)).isTrue();
                assertThat(RecoveryCodes.isOne(
                                code.toUpperCase(java.util.Locale.ROOT).replace('-', ' ')))
                        .isTrue();
            });
        }
    }
}
