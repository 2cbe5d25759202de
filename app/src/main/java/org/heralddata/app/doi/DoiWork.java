package org.heralddata.app.doi;

import java.io.IOException;
import java.time.Duration;
import org.heralddata.app.console.AppCode;
import org.heralddata.app.settings.HomeSettings;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.publication.Doi;
import org.heralddata.spi.Formats;
import org.heralddata.store.home.Home;

/** One thing done at DataCite for one home. */
interface DoiWork {

    Doi apply(Registration registration) throws IOException, InterruptedException;

    /** Does it, with the settings of the home and the password of the environment. */
    static Doi run(Home home, DoiWork work) throws IOException, InterruptedException {
        HomeSettings settings = HomeSettings.of(home);
        var datacite = settings.datacite()
                .orElseThrow(
                        () -> new Refusal(Diagnostic.error(AppCode.DOI_NOT_READY, "the home has no account at DataCite")
                                .helped("set `datacite.prefix` and `datacite.repository` in the home's config.yaml")));
        Password password = Password.find(System.getenv(), home.folders().root());
        var formats = Formats.installed().writers().stream()
                .map(w -> w.format().value())
                .toList();
        try (var client = new DataCiteClient(datacite, password, Duration.ofSeconds(1))) {
            return work.apply(new Registration(settings, client, home.publications(), formats));
        }
    }
}
