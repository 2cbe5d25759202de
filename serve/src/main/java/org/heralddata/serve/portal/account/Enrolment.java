package org.heralddata.serve.portal.account;

import org.heralddata.accounts.second.Totp;

/**
 * A secret on its way into an app.
 *
 * @param typed for those who cannot scan
 */
public record Enrolment(String typed, QrPath qr) {

    /** @param issuer name of the node, as the app shows it */
    static Enrolment of(String issuer, String email, byte[] secret) {
        return new Enrolment(Totp.typed(secret), QrPath.of(Totp.uri(issuer, email, secret)));
    }
}
