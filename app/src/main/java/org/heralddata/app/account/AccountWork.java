package org.heralddata.app.account;

import java.util.List;
import java.util.Objects;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.app.console.Version;
import org.heralddata.app.mail.OutboxPost;
import org.heralddata.app.settings.HomeSettings;
import org.heralddata.jobs.JobKind;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.JobWorker;
import org.heralddata.jobs.engine.DurableJobs;
import org.heralddata.jobs.engine.SharedFolders;
import org.heralddata.jobs.outbox.Outbox;
import org.heralddata.store.home.Home;

/** Something done with the accounts of a home, by a command. */
interface AccountWork {
    String USUAL_SITE = "http://localhost:8080";

    void apply(AccountDesk desk);

    /** Does it, whether or not a server runs on the home. */
    static void run(Home home, AccountWork work) {
        HomeSettings settings = HomeSettings.of(home);
        JobSettings usual = settings.jobs().settings();
        var asking = new JobSettings(0, usual.lease(), usual.tick(), usual.attempts());
        try (var jobs = new DurableJobs(
                home::database,
                home.folders().requests(),
                List.<JobKind>of(),
                asking,
                settings.jobs().quota(),
                SharedFolders.NONE,
                Version.text())) {
            work.apply(HomeAccounts.of(
                    home, settings, new OutboxPost(new Outbox(home::database)), () -> site(home, settings), jobs));
        }
    }

    /** By which people reach the node: its public address, else that of a server that runs on the home. */
    private static String site(Home home, HomeSettings settings) {
        String told = settings.node().url();
        return told != null
                ? told
                : DurableJobs.status(home::database).workers().stream()
                        .filter(JobWorker::alive)
                        .map(JobWorker::url)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(USUAL_SITE);
    }
}
