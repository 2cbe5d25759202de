package org.heralddata.serve.portal.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.jobs.request.Delivery;
import org.heralddata.jobs.request.EventsPart;
import org.heralddata.jobs.request.Layout;
import org.heralddata.jobs.request.RequestPart;
import org.heralddata.model.catalogue.CollectionId;
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
 * @param offered  what may be added
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
        Offered offered,
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

    /** Its selections of tables, each with what it means and its rows. */
    public List<TablePart> tables() {
        List<TablePart> all = new ArrayList<>();
        for (int i = 0; i < form.parts().tables().size(); i++) {
            all.add(new TablePart(
                    "p" + i,
                    form.parts().tables().get(i),
                    meant == null ? null : meant.parts().get(i),
                    meant == null ? null : rows.get(i)));
        }
        return all;
    }

    /** Its selections of common events. */
    public List<CommonPart> events() {
        List<CommonPart> all = new ArrayList<>();
        for (int i = 0; i < form.parts().events().size(); i++) {
            all.add(new CommonPart(
                    "e" + i,
                    form.parts().events().get(i),
                    meant == null ? null : meant.events().get(i),
                    meant == null ? null : rows.get(form.parts().tables().size() + i)));
        }
        return all;
    }

    /** How many selections there are. */
    public int count() {
        return form.parts().tables().size() + form.parts().events().size();
    }

    /**
     * A selection of a table in the form.
     *
     * @param key  begins the names of its fields
     * @param view null if the order is refused
     * @param rows null if the order is refused
     */
    public record TablePart(
            String key,
            RequestPart part,
            @Nullable PartView view,
            @Nullable Long rows) {

        public String release() {
            return part.release() == null ? "" : part.release();
        }

        public String columns() {
            return view != null && view.whole() ? "" : String.join(", ", part.columns());
        }
    }

    /**
     * A selection of common events in the form.
     *
     * @param key  begins the names of its fields
     * @param view null if the order is refused
     * @param rows null if the order is refused
     */
    public record CommonPart(
            String key,
            EventsPart part,
            @Nullable EventsView view,
            @Nullable Long rows) {

        public boolean has(CollectionId id) {
            return part.collections().contains(id);
        }

        /** The value of a collection's box. */
        public String word(CollectionId id) {
            return OrderParts.word(part, id);
        }
    }

    /**
     * What may be added.
     *
     * @param tables by their collection's title: the value of each, and its name
     * @param ids    of collections with common events, and their titles
     */
    public record Offered(Map<String, Map<String, String>> tables, Map<CollectionId, String> ids) {

        public Offered {
            tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
            ids = Collections.unmodifiableMap(new LinkedHashMap<>(ids));
        }
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
