package org.heralddata.jobs.request;

import java.util.List;
import org.heralddata.query.ExportForm;

/**
 * An order of data: at least one part.
 *
 * @param parts  each of which becomes one table or, by components, several
 * @param events each of which becomes one table of common events, behind those of the parts
 * @param form   the format of all of them
 */
public record DataRequest(
        List<RequestPart> parts, List<EventsPart> events, ExportForm form, Layout layout, Delivery delivery) {

    public DataRequest {
        parts = List.copyOf(parts);
        events = List.copyOf(events);
        if (parts.isEmpty() && events.isEmpty()) {
            throw new IllegalArgumentException("a request needs a part");
        }
    }

    /** Of tables alone. */
    public DataRequest(List<RequestPart> parts, ExportForm form, Layout layout, Delivery delivery) {
        this(parts, List.of(), form, layout, delivery);
    }
}
