package org.heralddata.app.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.Belongings;
import org.heralddata.accounts.Letter;
import org.heralddata.accounts.Letters;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.accounts.desk.Accounts;
import org.heralddata.accounts.desk.Groups;
import org.heralddata.accounts.second.Vault;
import org.heralddata.app.mail.Post;
import org.heralddata.app.settings.HomeSettings;
import org.heralddata.jobs.Jobs;
import org.heralddata.jobs.notice.Mailboxes;
import org.heralddata.jobs.request.Requests;
import org.heralddata.model.access.AccountViewers;
import org.heralddata.model.access.Viewer;
import org.heralddata.store.home.Home;

/** The accounts of a home. */
public final class HomeAccounts {
    private static final Duration SENT_WITHIN = Duration.ofHours(12);

    private HomeAccounts() {}

    /**
     * With letters, if the home has a mail server.
     *
     * @param post that carries them
     * @param site of the node, without the last slash
     * @param jobs that belong to accounts
     */
    public static AccountDesk of(Home home, HomeSettings settings, Post post, Supplier<String> site, Jobs jobs) {
        List<Belongings> belongings =
                List.of(new OwnJobs("requests", Requests.KIND, jobs), new OwnJobs("queries", "tap", jobs));
        Letters letters = settings.mail().isEmpty() ? Letters.NONE : new PostedLetters(post);
        return AccountDesk.of(
                home::database, settings.accounts(), letters, site, belongings, vault(home), InstantSource.system());
    }

    /** Its key lies beside the password of the database, where only the owner of the home reads. */
    private static Vault vault(Home home) {
        return new Vault(new KeyFile(home.folders().database().resolve("accounts.key")));
    }

    /** Where an account gets its letters: at its address, if it is shown to be theirs. */
    public static Mailboxes mailboxes(Home home) {
        Accounts accounts = Accounts.of(home::database);
        return account -> accounts.find(account)
                .filter(found -> found.confirmed() != null && found.disabled() == null)
                .map(Account::email);
    }

    /** What the owner of an account may see now: nothing but what is open, if it is disabled or gone. */
    public static AccountViewers viewers(Home home) {
        Accounts accounts = Accounts.of(home::database);
        Groups groups = Groups.of(home::database);
        return id -> accounts.find(id)
                .filter(found -> found.disabled() == null)
                .map(found -> new Viewer(found.id(), groups.groups(id), found.operator()))
                .orElse(Viewer.ANYONE);
    }

    private record PostedLetters(Post post) implements Letters {

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public void send(Letter letter) {
            post.send(new org.heralddata.app.mail.Letter(letter.to(), letter.subject(), letter.text()), SENT_WITHIN);
        }
    }
}
