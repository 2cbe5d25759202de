package org.heralddata.accounts.second;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.heralddata.accounts.AccountCode;
import org.heralddata.model.diagnostic.Refusal;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final byte[] KEY = Vault.newKey();
    private static final byte[] SECRET = Totp.secret();

    private final Vault vault = new Vault(KEY::clone);

    @Test
    void givesBackWhatItSealed() {
        byte[] sealed = vault.seal("a", SECRET);
        assertThat(vault.open("a", sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(SECRET, java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(vault.seal("a", SECRET)).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingOfAnotherAccountOrKeyAndNothingThatWasChanged() {
        byte[] sealed = vault.seal("a", SECRET);
        byte[] changed = sealed.clone();
        changed[20] ^= 1;
        assertLost(() -> vault.open("b", sealed));
        assertLost(() -> vault.open("a", changed));
        assertLost(() -> vault.open("a", new byte[0]));
        assertLost(() -> new Vault(Vault::newKey).open("a", sealed));
    }

    @Test
    void marksOfRecoveryCodesNeedTheKey() {
        byte[] mark = vault.mark("a", "code");
        assertThat(vault.mark("a", "code")).isEqualTo(mark);
        assertThat(vault.mark("b", "code")).isNotEqualTo(mark);
        assertThat(new Vault(Vault::newKey).mark("a", "code")).isNotEqualTo(mark);
    }

    private static void assertLost(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics().getFirst().code())
                                .isEqualTo(AccountCode.KEY_LOST));
    }
}
