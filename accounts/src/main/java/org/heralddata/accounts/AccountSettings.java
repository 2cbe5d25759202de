package org.heralddata.accounts;

import java.time.Duration;

/**
 * How a node keeps accounts.
 *
 * @param open         whether people may register themselves
 * @param termsVersion of what they agree to
 * @param termsText    plain text; paragraphs are parted by empty lines
 * @param idle         a session ends if it is not used for so long
 * @param longest      a session ends so long after its sign-in
 * @param link         one-time links of letters work so long
 * @param memoryKib    that a password's hash takes to compute
 * @param passes       over that memory
 * @param tokens       that an account may have
 * @param strong       whether operators are operators only in sessions that a second factor was shown for
 */
public record AccountSettings(
        boolean open,
        String termsVersion,
        String termsText,
        Duration idle,
        Duration longest,
        Duration link,
        int memoryKib,
        int passes,
        int tokens,
        boolean strong) {

    /** Registration is open; Argon2id as OWASP's cheat sheet on password storage has it: 19 MiB, 2 passes, 1 lane. */
    public static final AccountSettings USUAL = new AccountSettings(
            true,
            "1",
            "Use the data by the licence of their collection, and cite it. Do not disturb the service for others. "
                    + "We keep what you tell us to run your account and your requests, and give it to nobody.",
            Duration.ofDays(2),
            Duration.ofDays(30),
            Duration.ofHours(24),
            19_456,
            2,
            50,
            false);

    public AccountSettings withOpen(boolean wanted) {
        return new AccountSettings(
                wanted, termsVersion, termsText, idle, longest, link, memoryKib, passes, tokens, strong);
    }

    public AccountSettings withStrong(boolean wanted) {
        return new AccountSettings(
                open, termsVersion, termsText, idle, longest, link, memoryKib, passes, tokens, wanted);
    }
}
