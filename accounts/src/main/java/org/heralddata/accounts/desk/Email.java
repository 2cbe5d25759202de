package org.heralddata.accounts.desk;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.heralddata.accounts.AccountCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * An address for e-mail.
 *
 * @param written as it was written
 * @param key     in lower case: two addresses of one key are one
 */
record Email(String written, String key) {
    private static final int MOST = 254;
    private static final Pattern FORM =
            Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*");

    /** @throws Refusal if the text is no address */
    static Email read(String text) {
        String written = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (written.length() > MOST || !FORM.matcher(written).matches()) {
            throw new Refusal(Diagnostic.error(AccountCode.BAD_EMAIL, "this is not an e-mail address")
                    .helped("write it as in name@example.org"));
        }
        return of(written);
    }

    /** Of any text: what is no address is that of nobody. */
    static Email of(String text) {
        String written = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        return new Email(written, written.toLowerCase(Locale.ROOT));
    }
}
