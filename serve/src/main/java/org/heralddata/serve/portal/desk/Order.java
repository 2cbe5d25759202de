package org.heralddata.serve.portal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.jobs.request.Delivery;
import org.heralddata.jobs.request.Layout;
import org.heralddata.query.Estimate;
import org.heralddata.serve.portal.FormatChoices;
import org.heralddata.serve.portal.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The page of an order.
 *
 * @param form     as it was filled
 * @param meant    null if the order is refused
 * @param rows     of each part
 * @param sizes    of all parts together, by format
 * @param problem  why it is refused, with advice; null if it can be ordered
 * @param layered  whether a table has components to part it by
 */
public record Order(
        OrderForm form,
        @Nullable FrozenView meant,
        List<Long> rows,
        Map<String, Estimate.Size> sizes,
        List<String> formats,
        FormatChoices choices,
        boolean layered,
        @Nullable Problem problem) {

    public Order {
        sizes = new LinkedHashMap<>(sizes);
    }

    public long total() {
        return rows.stream().mapToLong(Long::longValue).sum();
    }

    public String format() {
        return form.format();
    }

    public String title() {
        return form.title();
    }

    /** The identifier that the form was filled from; empty if none. */
    public String from() {
        return form.from() == null ? "" : form.from();
    }

    public String collection() {
        return form.parts().getFirst().collection().value();
    }

    public String table() {
        return form.parts().getFirst().table();
    }

    public String release() {
        String release = form.parts().getFirst().release();
        return release == null ? "" : release;
    }

    public String where() {
        return form.parts().getFirst().where();
    }

    public String columns() {
        return String.join(",", form.parts().getFirst().columns());
    }

    public boolean isWide() {
        return form.layout() == Layout.WIDE;
    }

    public boolean isZip() {
        return form.delivery() == Delivery.ZIP;
    }

    public Estimate.@Nullable Size size() {
        return sizes.get(form.format());
    }
}
