package org.heralddata.serve.portal.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heralddata.jobs.request.DataRequest;
import org.heralddata.jobs.request.Delivery;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.Layout;
import org.heralddata.jobs.request.RequestCode;
import org.heralddata.jobs.request.RequestPart;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.ExportForm;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the form of an order says.
 *
 * @param from   identifier of the request that it was filled from; null if it has its own selection
 * @param parts  of that request, or the one that the form names
 * @param title  empty for none
 * @param asked  every field, by name, for the choices of formats
 */
record OrderForm(
        @Nullable String from,
        List<RequestPart> parts,
        String format,
        Layout layout,
        Delivery delivery,
        String title,
        Map<String, String> asked) {

    /** @param template what {@code from} stands for, if the form says it */
    static OrderForm of(MultiValueMap<String, String> fields, Optional<FrozenRequest> template) {
        var asked = new LinkedHashMap<>(fields.toSingleValueMap());
        Optional<DataRequest> old = template.map(FrozenRequest::request);
        old.ifPresent(request -> request.form().choices().forEach(asked::putIfAbsent));
        return new OrderForm(
                template.map(FrozenRequest::identifier).orElse(null),
                old.map(DataRequest::parts).orElseGet(() -> List.of(part(fields))),
                asked.getOrDefault("format", old.map(o -> o.form().format()).orElse("csv")),
                choice(
                        asked.get("layout-of-tables"),
                        Layout.values(),
                        old.map(DataRequest::layout).orElse(Layout.WIDE)),
                choice(
                        asked.get("delivery"),
                        Delivery.values(),
                        old.map(DataRequest::delivery).orElse(Delivery.ZIP)),
                asked.getOrDefault("title", "").strip(),
                Map.copyOf(asked));
    }

    private static RequestPart part(MultiValueMap<String, String> fields) {
        String collection = fields.getFirst("collection");
        String table = fields.getFirst("table");
        if (collection == null
                || table == null
                || !CollectionId.FORM.matcher(collection).matches()) {
            throw new Refusal(Diagnostic.error(RequestCode.BAD_REQUEST, "the order does not say of which table")
                    .helped("open a table, select, and choose “Order as a package” there"));
        }
        String release = fields.getFirst("release");
        List<String> columns = fields.getOrDefault("columns", List.of()).stream()
                .flatMap(c -> Arrays.stream(c.split(",", -1)))
                .map(String::strip)
                .filter(c -> !c.isEmpty())
                .toList();
        String where = fields.getFirst("where");
        return new RequestPart(
                new CollectionId(collection),
                table,
                release == null || release.isBlank() ? null : release,
                where == null ? "" : where.strip(),
                columns);
    }

    private static <E extends Enum<E>> E choice(@Nullable String given, E[] values, E usual) {
        return Stream.of(values)
                .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(given))
                .findFirst()
                .orElse(usual);
    }

    /** @param choices of the format, by name */
    DataRequest request(Map<String, String> choices) {
        return new DataRequest(parts, new ExportForm(format, choices), layout, delivery);
    }

    @Nullable
    String titleOrNull() {
        return title.isEmpty() ? null : title.length() > 200 ? title.substring(0, 200) : title;
    }
}
