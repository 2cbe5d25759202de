package org.heralddata.jobs.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The example of the reference libraries at github.com/standard-webhooks/standard-webhooks. */
    @Test
    void signsAsTheSpecificationDoes() {
        assertThat(Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void makesSecretsOf256Bits() {
        String secret = Signature.secret();
        assertThat(secret).startsWith("whsec_").isNotEqualTo(Signature.secret());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }
}
