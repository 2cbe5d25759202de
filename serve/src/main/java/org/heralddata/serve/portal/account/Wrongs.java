package org.heralddata.serve.portal.account;

import org.heralddata.accounts.AccountCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/** Mistakes that only a form can have. */
final class Wrongs {

    private Wrongs() {}

    static Refusal tooWeak() {
        return new Refusal(Diagnostic.error(
                        AccountCode.SECOND_FACTOR_FIRST, "the scope admin needs a session with a second factor")
                .helped("set one up, and sign in with it"));
    }

    static Refusal otherAddress() {
        return new Refusal(Diagnostic.error(AccountCode.BAD_EMAIL, "this is not the account's e-mail address")
                .helped("write it as it stands above, so that no account is deleted by mistake"));
    }
}
