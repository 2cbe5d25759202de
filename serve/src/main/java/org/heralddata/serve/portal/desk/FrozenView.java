package org.heralddata.serve.portal.desk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heralddata.jobs.request.Delivery;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.Layout;
import org.heralddata.jobs.request.RequestJson;
import org.heralddata.query.DataService;
import org.heralddata.serve.portal.Formats;

/** What an identifier stands for, in words. */
public record FrozenView(FrozenRequest frozen, List<PartView> parts, List<EventsView> events) {

    static FrozenView of(DataService data, FrozenRequest frozen) {
        return new FrozenView(
                frozen,
                frozen.request().parts().stream()
                        .map(part -> PartView.of(data, part, frozen.request()))
                        .toList(),
                frozen.request().events().stream()
                        .map(part -> EventsView.of(data, part))
                        .toList());
    }

    public String identifier() {
        return frozen.identifier();
    }

    /** The tables that it is of. */
    public String title() {
        List<String> all = Stream.concat(
                        parts.stream()
                                .map(p -> p.part().collection() + " " + p.part().table()),
                        events.stream().map(_ -> "common events"))
                .distinct()
                .toList();
        String tables = String.join(", ", all.subList(0, Math.min(3, all.size())));
        return all.size() > 3 ? tables + " and more" : tables;
    }

    /** Format and layout: {@code FITS, one wide table, one archive}. */
    public String formWords() {
        var request = frozen.request();
        String options = request.form().choices().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return Formats.label(request.form().format())
                + (options.isEmpty() ? "" : " (" + options + ")")
                + (request.layout() == Layout.WIDE
                        ? ", one wide table" + (parts.size() + events.size() == 1 ? "" : " each")
                        : ", a table for each detector component")
                + (request.delivery() == Delivery.ZIP ? ", one archive" : ", single files");
    }

    /** The order to be sent again. */
    public String json() {
        return RequestJson.write(frozen).toPrettyString();
    }

    /** On one line. */
    String line() {
        return RequestJson.write(frozen).toString();
    }
}
