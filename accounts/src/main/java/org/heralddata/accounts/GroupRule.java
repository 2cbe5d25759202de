package org.heralddata.accounts;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.model.access.Group;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * Who is in a group without anybody's doing. Written {@code email=kit.edu}, {@code email=*.kit.edu} for what lies below the
 * domain, or {@code oidc:NAME=VALUE} for a value of the groups claim of a provider.
 *
 * @param number   by which it is taken away; 0 before it is kept
 * @param provider empty for addresses
 */
public record GroupRule(long number, Group group, Membership.Why why, String provider, String value) {
    private static final Pattern EMAIL = Pattern.compile("email=((?:\\*\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)+)");
    private static final Pattern OIDC = Pattern.compile("oidc:([a-z0-9-]+)=(\\S.{0,299})");

    /** @throws Refusal if the text is no rule */
    public static GroupRule read(Group group, String text) {
        Matcher email = EMAIL.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (email.matches()) {
            return new GroupRule(0, group, Membership.Why.EMAIL, "", email.group(1));
        }
        Matcher oidc = OIDC.matcher(text.strip());
        if (oidc.matches()) {
            return new GroupRule(0, group, Membership.Why.OIDC, oidc.group(1), oidc.group(2));
        }
        throw new Refusal(
                Diagnostic.error(AccountCode.BAD_RULE, "`%s` is no rule".formatted(text))
                        .helped(
                                "write email=kit.edu, email=*.kit.edu for all below it, or oidc:NAME=VALUE of the groups claim"));
    }

    @Override
    public String toString() {
        return why == Membership.Why.EMAIL ? "email=" + value : "oidc:" + provider + "=" + value;
    }
}
