package org.heralddata.serve.portal.desk;

import java.util.List;
import java.util.Optional;
import org.heralddata.adql.schema.Names;
import org.heralddata.jobs.request.DataRequest;
import org.heralddata.jobs.request.RequestPart;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.serve.portal.Addresses;

/**
 * A selection of a request in words.
 *
 * @param title   of the collection; its id if its release is no longer given out
 * @param columns names, in order; never empty
 * @param whole   whether these are all of the table
 * @param shop    address of the table's page with this selection
 * @param adql    the same as a query; empty if ADQL cannot say it, or the release is no longer given out
 */
public record PartView(
        RequestPart part, String title, List<String> columns, boolean whole, String shop, Optional<String> adql) {

    static PartView of(DataService data, RequestPart part, DataRequest request) {
        try {
            Release release = data.release(part.ref());
            List<String> all = data.table(part.ref()).columns().stream()
                    .map(PublishedColumn::name)
                    .toList();
            boolean whole = part.columns().isEmpty() || part.columns().equals(all);
            List<String> columns = part.columns().isEmpty() ? all : part.columns();
            return new PartView(
                    part,
                    release.collection().title(),
                    columns,
                    whole,
                    shop(part, whole, request),
                    adql(data, part, whole, columns));
        } catch (Refusal gone) {
            return new PartView(
                    part,
                    part.collection().value(),
                    part.columns(),
                    false,
                    shop(part, false, request),
                    Optional.empty());
        }
    }

    /** {@code all 34 columns}, or the first of them by name. */
    public String columnWords() {
        if (whole) {
            return "all %d columns".formatted(columns.size());
        }
        String first = String.join(", ", columns.subList(0, Math.min(5, columns.size())));
        return columns.size() > 5
                ? "%d columns: %s, …".formatted(columns.size(), first)
                : columns.size() == 1 ? "column " + first : "columns " + first;
    }

    private static String shop(RequestPart part, boolean whole, DataRequest request) {
        var out = new StringBuilder(Addresses.shop(part.collection(), part.table()));
        out.append("?format=").append(request.form().format());
        if (part.release() != null) {
            out.append("&release=").append(Addresses.encoded(part.release()));
        }
        if (!part.where().isEmpty()) {
            out.append("&where=").append(Addresses.encoded(part.where()));
        }
        if (!whole) {
            out.append("&columns=").append(Addresses.encoded(String.join(",", part.columns())));
        }
        return out.toString();
    }

    /** Queries see the newest release, so the query of an older one would be another. */
    private static Optional<String> adql(DataService data, RequestPart part, boolean whole, List<String> columns) {
        if (!data.latest(part.collection()).name().equals(part.release())) {
            return Optional.empty();
        }
        PublishedTable table = data.table(part.ref());
        String from = Names.written(part.collection().value()) + "." + Names.written(table.name());
        String what = whole
                ? "*"
                : String.join(", ", columns.stream().map(Names::written).toList());
        if (part.where().isEmpty()) {
            return Optional.of("SELECT %s%nFROM %s".formatted(what, from));
        }
        return CutAdql.of(data.selection(part.ref(), part.where()).cut())
                .map(cut -> "SELECT %s%nFROM %s%nWHERE %s".formatted(what, from, cut));
    }
}
