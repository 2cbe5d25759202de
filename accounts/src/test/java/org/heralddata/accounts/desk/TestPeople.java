package org.heralddata.accounts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.AccountCode;
import org.heralddata.model.diagnostic.Refusal;

/** People whom no other test knows. */
record TestPeople(AccountDesk desk) {
    static final String GOOD = "seven quiet muons under ice";
    static final String OTHER = "nine loud gammas over sand";
    static final String ADDRESS = "192.0.2.7";

    static String email() {
        return "p" + UUID.randomUUID().toString().substring(0, 8) + "@kit.example";
    }

    /** Of the network, as if nobody had come from there. */
    static String address() {
        return UUID.randomUUID().toString();
    }

    Account person() {
        return person(email());
    }

    Account person(String email) {
        Account made = desk.accounts().add(email, "", false);
        String link = TestAccounts.secret(desk.registration().operatorLink(made));
        return desk.registration().finish(link, "", GOOD, true, address());
    }

    static void assertRefused(ThrowingCallable act, AccountCode code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics().getFirst().code())
                                .isEqualTo(code));
    }
}
