package org.heralddata.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.heralddata.accounts.AccountCode;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.model.diagnostic.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static void assertRefused(String password, AccountCode code) {
        assertThatThrownBy(() -> PasswordRules.check(password, "ada.lovelace@kit.example", "Ada Lovelace"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics().getFirst().code())
                                .isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "Ωμέγα και άλλα γράμματα",
                "kx7#Qp2!mZ9@",
                "all lower case words",
                "lovelace likes muons a lot"
            })
    void takesLongOnesWhateverTheyAreMadeOf(String password) {
        assertThatCode(() -> PasswordRules.check(password, "ada.lovelace@kit.example", "Ada Lovelace"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesShortAndEndlessOnes() {
        assertRefused("elevenchars", AccountCode.SHORT_PASSWORD);
        assertRefused("kx7#Qp2!mZ9@".repeat(11), AccountCode.SHORT_PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qwerty123456",
                "1qaz2wsx3edc",
                "Password2024!",
                "monkeymonkey",
                "dragon123456",
                "aaaaaaaaaaaa",
                "123456789012",
                "abcdefghijklmn",
                "ada.lovelace1",
                "AdaLovelace1815"
            })
    void refusesThoseThatAreTriedFirst(String password) {
        assertRefused(password, AccountCode.COMMON_PASSWORD);
    }

    @Test
    void theSamePasswordIsTheSameHoweverItsLettersAreComposed() {
        var passwords = new Passwords(weak());
        String hash = passwords.hash("Müonen im Gebirge");
        assertThat(passwords.matches("Mu\u0308onen im Gebirge", hash)).isTrue();
        assertThat(passwords.matches("Muonen im Gebirge", hash)).isFalse();
        assertThat(passwords.matches("Müonen im Gebirge", null)).isFalse();
    }

    private static AccountSettings weak() {
        AccountSettings s = AccountSettings.USUAL;
        return new AccountSettings(
                s.open(),
                s.termsVersion(),
                s.termsText(),
                s.idle(),
                s.longest(),
                s.link(),
                64,
                1,
                s.tokens(),
                s.strong());
    }
}
