package org.heralddata.jobs.request;

import java.util.List;
import org.heralddata.query.ExportForm;

/**
 * An order of data.
 *
 * @param parts at least one, each of which becomes one table or, by components, several
 * @param form  the format of all of them
 */
public record DataRequest(List<RequestPart> parts, ExportForm form, Layout layout, Delivery delivery) {

    public DataRequest {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a request needs a part");
        }
    }
}
