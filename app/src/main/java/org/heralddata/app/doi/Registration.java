package org.heralddata.app.doi;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.heralddata.app.console.AppCode;
import org.heralddata.app.settings.HomeSettings;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.publication.Doi;
import org.heralddata.model.publication.DoiState;
import org.heralddata.serve.fair.DataCiteJson;
import org.heralddata.serve.fair.Dataset;
import org.heralddata.serve.node.Node;
import org.heralddata.store.PublicationRegister;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The steps from no DOI to a findable one. Each may be repeated, also after it broke off anywhere: the name of a DOI follows
 * from what it is for.
 */
final class Registration {
    private final HomeSettings settings;
    private final DataCiteClient client;
    private final PublicationRegister register;
    private final List<String> formats;

    /** @param formats names of the export formats */
    Registration(HomeSettings settings, DataCiteClient client, PublicationRegister register, List<String> formats) {
        this.settings = settings;
        this.client = client;
        this.register = register;
        this.formats = formats;
    }

    /** The DOI of the subject, reserved unless it is recorded. */
    Doi reserve(Subject subject) throws IOException, InterruptedException {
        Doi recorded = subject.state().doi();
        if (recorded != null) {
            return recorded;
        }
        Dataset dataset = dataset(subject);
        var doi = new Doi(prefix() + "/" + suffix(subject));
        Optional<JsonNode> there = client.find(doi);
        if (there.isEmpty()) {
            client.reserve(doi, DataCiteJson.of(dataset));
        } else {
            checkOurs(doi, dataset, there.get());
        }
        register.doi(subject.id(), subject.releaseName(), doi, DoiState.DRAFT);
        return doi;
    }

    /** Reserves where needed, and makes the DOI findable with the metadata of today. */
    Doi publish(Subject subject) throws IOException, InterruptedException {
        if (subject.collection().withdrawal(subject.shown()) != null) {
            throw new Refusal(Diagnostic.error(AppCode.DOI_NOT_READY, "`%s` was withdrawn".formatted(subject)));
        }
        Doi doi = reserve(subject);
        client.publish(doi, DataCiteJson.of(dataset(subject)));
        register.doi(subject.id(), subject.releaseName(), doi, DoiState.FINDABLE);
        return doi;
    }

    /**
     * Tells DataCite what became of a DOI that it shows: the metadata of today, or, of what was withdrawn, that it is to be hidden.
     * Does nothing if it has none that can be found.
     *
     * @return null if there was nothing to tell
     */
    @Nullable
    Doi update(Subject subject) throws IOException, InterruptedException {
        Doi doi = subject.state().citable();
        if (doi == null) {
            return null;
        }
        if (subject.collection().withdrawal(subject.shown()) != null) {
            client.hide(doi, DataCiteJson.of(dataset(subject)));
        } else {
            client.publish(doi, DataCiteJson.of(dataset(subject)));
        }
        return doi;
    }

    private String prefix() {
        return settings.datacite().orElseThrow().prefix();
    }

    private static String suffix(Subject subject) {
        String release = subject.releaseName();
        return release == null ? subject.id().value() : subject.id() + "." + release;
    }

    private Dataset dataset(Subject subject) {
        Node node = settings.node();
        String url = node.url();
        if (url == null) {
            throw new Refusal(Diagnostic.error(
                            AppCode.DOI_NOT_READY, "a DOI must lead to this server, but its public address is not set")
                    .helped("set `node.url` and the rest of `node` in the home's config.yaml"));
        }
        return new Dataset(
                subject.collection(),
                subject.shown(),
                subject.releaseName() == null,
                node,
                url,
                formats,
                subject.archive());
    }

    /** A DOI of that name that leads elsewhere is of another server of the same account. */
    private static void checkOurs(Doi doi, Dataset dataset, JsonNode there) {
        String leads = there.path("url").asString("");
        if (!leads.isEmpty() && !leads.equals(dataset.url())) {
            throw new Refusal(Diagnostic.error(AppCode.DOI_NOT_READY, "%s exists and leads to %s".formatted(doi, leads))
                    .helped("another server uses this prefix; use one of your own"));
        }
    }
}
