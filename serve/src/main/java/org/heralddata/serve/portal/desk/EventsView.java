package org.heralddata.serve.portal.desk;

import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.jobs.request.EventsPart;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.serve.portal.Addresses;

/**
 * Common events of a request in words.
 *
 * @param titles of the collections; ids of those that are no longer given out
 */
public record EventsView(EventsPart part, List<String> titles) {

    static EventsView of(DataService data, EventsPart part) {
        return new EventsView(
                part, part.collections().stream().map(id -> title(data, id)).toList());
    }

    private static String title(DataService data, CollectionId id) {
        try {
            return data.latest(id).collection().title();
        } catch (Refusal gone) {
            return id.value();
        }
    }

    /** {@code kascade-demo r1, neutrino-demo r2}. */
    public String releaseWords() {
        return part.collections().stream()
                .map(id -> part.releases().containsKey(id)
                        ? id + " " + part.releases().get(id)
                        : id.value())
                .collect(Collectors.joining(", "));
    }

    /** The page of common events with this selection. */
    public String page() {
        return "/events" + (part.where().isEmpty() ? "" : "?where=" + Addresses.encoded(part.where()));
    }
}
