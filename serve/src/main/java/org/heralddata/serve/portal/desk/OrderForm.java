package org.heralddata.serve.portal.desk;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.heralddata.jobs.request.DataRequest;
import org.heralddata.jobs.request.Delivery;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.Layout;
import org.heralddata.jobs.request.RequestCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.ExportForm;
import org.heralddata.serve.portal.Addresses;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the form of an order says.
 *
 * @param from   identifier of the request that it was filled from; null if it has its own selection
 * @param parts  that the form names, or else those of that request
 * @param title  empty for none
 * @param asked  every field, by name, for the choices of formats
 */
record OrderForm(
        @Nullable String from,
        OrderParts parts,
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
                OrderParts.of(fields, old).changed(fields),
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

    private static <E extends Enum<E>> E choice(@Nullable String given, E[] values, E usual) {
        return Stream.of(values)
                .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(given))
                .findFirst()
                .orElse(usual);
    }

    /** @param choices of the format, by name */
    DataRequest request(Map<String, String> choices) {
        if (parts.isEmpty()) {
            throw new Refusal(Diagnostic.error(RequestCode.BAD_REQUEST, "the order has no selection yet")
                    .helped("add a table or the common events"));
        }
        return new DataRequest(parts.tables(), parts.events(), new ExportForm(format, choices), layout, delivery);
    }

    /** Where the same form is, without the button that led to it. */
    String address(Map<String, String> choices) {
        var out = new StringBuilder("/requests/new?format=").append(Addresses.encoded(format));
        choices.forEach((name, value) -> field(out, name, value));
        field(out, "layout-of-tables", layout.name().toLowerCase(Locale.ROOT));
        field(out, "delivery", delivery.name().toLowerCase(Locale.ROOT));
        if (!title.isEmpty()) {
            field(out, "title", title);
        }
        return out.append(parts.fields()).toString();
    }

    private static void field(StringBuilder out, String name, String value) {
        out.append('&').append(name).append('=').append(Addresses.encoded(value));
    }

    @Nullable
    String titleOrNull() {
        return title.isEmpty() ? null : title.length() > 200 ? title.substring(0, 200) : title;
    }
}
