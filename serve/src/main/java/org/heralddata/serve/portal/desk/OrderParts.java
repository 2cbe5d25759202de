package org.heralddata.serve.portal.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.heralddata.jobs.request.DataRequest;
import org.heralddata.jobs.request.EventsPart;
import org.heralddata.jobs.request.RequestCode;
import org.heralddata.jobs.request.RequestPart;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.portal.Addresses;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The selections of a form. Fields of the first have the number 0: {@code p0-collection}, {@code p0-table}, {@code p0-release},
 * {@code p0-where}, {@code p0-columns} of a table, {@code e0}, {@code e0-where}, {@code e0-collections} of common events. Links to the form name a single
 * table without numbers.
 */
record OrderParts(List<RequestPart> tables, List<EventsPart> events) {
    /** More are no matter of a form. */
    static final int MOST = 20;

    private static final String EVENTS = "events";

    /** @param template for a form without a selection */
    static OrderParts of(MultiValueMap<String, String> fields, Optional<DataRequest> template) {
        List<RequestPart> tables = new ArrayList<>();
        List<EventsPart> events = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            if (fields.containsKey("p" + i + "-table")) {
                tables.add(table(fields, "p" + i + "-"));
            }
            if (fields.containsKey("e" + i) || fields.containsKey("e" + i + "-where")) {
                events.add(events(fields, "e" + i + "-"));
            }
        }
        if (tables.isEmpty() && events.isEmpty()) {
            if (template.isPresent()) {
                return new OrderParts(template.get().parts(), template.get().events());
            }
            if (fields.containsKey("table")) {
                tables.add(table(fields, ""));
            }
        }
        return new OrderParts(tables, events);
    }

    /** With what a button adds or takes away. */
    OrderParts changed(MultiValueMap<String, String> fields) {
        List<RequestPart> after = new ArrayList<>(tables);
        List<EventsPart> eventsAfter = new ArrayList<>(events);
        String drop = String.valueOf(fields.getFirst("drop"));
        for (int i = MOST - 1; i >= 0; i--) {
            if (drop.equals("p" + i) && i < after.size()) {
                after.remove(i);
            }
            if (drop.equals("e" + i) && i < eventsAfter.size()) {
                eventsAfter.remove(i);
            }
        }
        String add = String.valueOf(fields.getFirst("add"));
        boolean room = after.size() + eventsAfter.size() < MOST;
        if (room && add.equals(EVENTS)) {
            eventsAfter.add(new EventsPart("", List.of(), Map.of()));
        } else if (room && add.indexOf('/') > 0) {
            int slash = add.indexOf('/');
            after.add(new RequestPart(
                    collection(add.substring(0, slash)), add.substring(slash + 1), null, "", List.of()));
        }
        return new OrderParts(after, eventsAfter);
    }

    boolean isEmpty() {
        return tables.isEmpty() && events.isEmpty();
    }

    /** As the fields of an address, each after an ampersand. */
    String fields() {
        var out = new StringBuilder();
        for (int i = 0; i < tables.size(); i++) {
            RequestPart part = tables.get(i);
            String release = part.release() == null ? "" : part.release();
            field(out, "p" + i + "-collection", part.collection().value());
            field(out, "p" + i + "-table", part.table());
            field(out, "p" + i + "-release", release);
            field(out, "p" + i + "-where", part.where());
            field(out, "p" + i + "-columns", String.join(",", part.columns()));
        }
        for (int i = 0; i < events.size(); i++) {
            field(out, "e" + i, EVENTS);
            field(out, "e" + i + "-where", events.get(i).where());
            for (String collection : words(events.get(i))) {
                field(out, "e" + i + "-collections", collection);
            }
        }
        return out.toString();
    }

    private static void field(StringBuilder out, String name, String value) {
        out.append('&').append(name).append('=').append(Addresses.encoded(value));
    }

    private static RequestPart table(MultiValueMap<String, String> fields, String prefix) {
        String table = fields.getFirst(prefix + "table");
        String release = fields.getFirst(prefix + "release");
        String where = fields.getFirst(prefix + "where");
        return new RequestPart(
                collection(fields.getFirst(prefix + "collection")),
                table == null ? "" : table,
                release == null || release.isBlank() ? null : release,
                where == null ? "" : where.strip(),
                names(fields.getOrDefault(prefix + "columns", List.of())));
    }

    private static EventsPart events(MultiValueMap<String, String> fields, String prefix) {
        String where = fields.getFirst(prefix + "where");
        List<CollectionId> collections = new ArrayList<>();
        Map<CollectionId, String> releases = new TreeMap<>();
        for (String word : names(fields.getOrDefault(prefix + "collections", List.of()))) {
            int at = word.indexOf('@');
            CollectionId id = collection(at < 0 ? word : word.substring(0, at));
            collections.add(id);
            if (at >= 0) {
                releases.put(id, word.substring(at + 1));
            }
        }
        return new EventsPart(where == null ? "" : where.strip(), collections, releases);
    }

    /** Each collection, with its release if that is named: {@code kascade-demo@r1}. */
    static List<String> words(EventsPart part) {
        return part.collections().stream().map(id -> word(part, id)).toList();
    }

    static String word(EventsPart part, CollectionId id) {
        String release = part.releases().get(id);
        return release == null ? id.value() : id.value() + "@" + release;
    }

    private static List<String> names(List<String> given) {
        return given.stream()
                .flatMap(text -> Arrays.stream(text.split("[,\\s]+", -1)))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static CollectionId collection(@Nullable String text) {
        if (text == null || !CollectionId.FORM.matcher(text).matches()) {
            throw new Refusal(Diagnostic.error(RequestCode.BAD_REQUEST, "the order does not say of which table")
                    .helped("open a table, select, and choose “Order as a package” there"));
        }
        return new CollectionId(text);
    }
}
