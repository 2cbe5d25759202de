package org.heralddata.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.heralddata.app.RunHerald;
import org.heralddata.app.RunHerald.Outcome;
import org.heralddata.store.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's commands, on a home that another process holds as a server would. */
class AccountCommandsIT {

    @TempDir
    private static Path folder;

    private static Outcome herald(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--home";
        all[words.length + 1] = folder.resolve("home").toString();
        return RunHerald.with(all);
    }

    @Test
    void makeUsersGroupsAndTokens() {
        try (Home held = Home.open(folder.resolve("home"))) {
            assertThat(held.database()).isNotNull();
            Outcome added = herald("user", "add", "ada@kit.example", "--name", "Ada", "--operator");
            assertThat(added.err()).contains("made, as operator");
            assertThat(added.out()).startsWith("http://localhost:8080/account/link/");
            assertThat(herald("user", "add", "ADA@kit.example").status()).isEqualTo(1);
            assertThat(herald("user", "list").out()).contains("ada@kit.example  (Ada)  operator");
            assertThat(herald("user", "show", "ada@kit.example").out()).contains("\"operator\" : true");
            assertThat(herald("user", "delete", "ada@kit.example").err()).contains("last operator");

            assertThat(herald("group", "add", "kascade/analysis").status()).isZero();
            assertThat(herald("group", "rule", "kascade", "email=kit.example").status())
                    .isZero();
            assertThat(herald("group", "rule", "kascade", "everybody").err()).contains("U017");
            assertThat(herald("group", "member", "kascade/analysis", "ada@kit.example")
                            .status())
                    .isZero();
            assertThat(herald("group", "member", "kascade/analysis").out()).contains("ada@kit.example");
            assertThat(herald("group", "list").out()).contains("kascade/analysis  1 member", "rule email=kit.example");
            assertThat(herald("group", "remove", "kascad").err()).contains("U014", "kascade");

            Outcome token = herald("token", "create", "ada@kit.example", "--name", "cron", "--scope", "read,admin");
            assertThat(token.out()).startsWith("hrld_");
            assertThat(herald("token", "list", "ada@kit.example").out())
                    .contains("cron  admin,read")
                    .doesNotContain("hrld_");
            assertThat(herald("token", "create", "ada@kit.example", "--name", "x", "--scope", "all")
                            .err())
                    .contains("U020");
            assertThat(herald("token", "revoke", "ada@kit.example", "1").status())
                    .isZero();
            assertThat(herald("token", "list", "ada@kit.example").out()).isEmpty();

            assertThat(herald("user", "add", "bo@kit.example").status()).isZero();
            assertThat(herald("user", "disable", "bo@kit.example").status()).isZero();
            assertThat(herald("user", "list", "bo@").out()).contains("disabled");
            assertThat(herald("user", "enable", "bo@kit.example").status()).isZero();
            assertThat(herald("user", "operator", "bo@kit.example").status()).isZero();
            assertThat(herald("user", "operator", "bo@kit.example", "--revoke").status())
                    .isZero();
            assertThat(herald("user", "second-factor", "bo@kit.example").out()).contains("none");
            assertThat(herald("user", "second-factor", "bo@kit.example", "--remove")
                            .err())
                    .contains("there was none");
            assertThat(herald("user", "second-factor", "nobody@kit.example").err())
                    .contains("U013");
            assertThat(herald("user", "reset-link", "bo@kit.example").out()).contains("/account/link/");
            assertThat(herald("user", "delete", "bo@kit.example").status()).isZero();
            assertThat(herald("user", "show", "bo@kit.example").err()).contains("U013");
        }
    }
}
