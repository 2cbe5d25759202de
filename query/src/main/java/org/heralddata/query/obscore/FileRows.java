package org.heralddata.query.obscore;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileTable;
import org.heralddata.model.files.TableKind;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.query.obscore.ObsRow.Product;
import org.jspecify.annotations.Nullable;

/** The observations of one file: its events, and each response function in it. */
record FileRows(ObsRows names, FileCollection collection, CataloguedFile file) {

    /** Data of an instrument in a form that programs read (ObsCore 1.1, section 4.2). */
    private static final int UNCALIBRATED = 1;

    private static final int CALIBRATED = 2;

    List<ObsRow> rows() {
        List<FileTable> responses = file.metadata().tables().stream()
                .filter(table -> table.kind() != null && table.kind().isResponse())
                .toList();
        boolean events = file.metadata().tables().stream().anyMatch(table -> table.kind() == TableKind.EVENTS);
        List<ObsRow> rows = new ArrayList<>();
        if (events
                || (responses.isEmpty()
                        && (file.metadata().span() != null || file.metadata().run() != null))) {
            rows.add(row(
                    "%s/file/%s".formatted(file.collection(), file.id()),
                    new Product(
                            "event",
                            events ? (responses.isEmpty() ? "hea-event-list" : "hea-event-bundle") : null,
                            events ? CALIBRATED : UNCALIBRATED)));
        }
        for (FileTable table : responses) {
            TableKind kind = Objects.requireNonNull(table.kind());
            rows.add(row(
                    "%s/file/%s/%s"
                            .formatted(
                                    file.collection(),
                                    file.id(),
                                    URLEncoder.encode(table.name(), StandardCharsets.UTF_8)),
                    new Product("response-function", kind.term(), CALIBRATED)));
        }
        return rows;
    }

    private ObsRow row(String id, Product product) {
        CollectionDescription about = collection.about();
        TimeSpan span = file.metadata().span();
        Long run = file.metadata().run();
        var facts = new FileFacts(collection, file);
        String instrument = file.metadata().instrument();
        boolean events = product.isOfEvents();
        return new ObsRow(
                product,
                ObsRows.source(about, null),
                run == null ? file.path() : Long.toString(run),
                names.did(about, id),
                names.url(id),
                (file.content().bytes() + 999) / 1000,
                facts.text("meta.id;src"),
                facts.sky(),
                span == null ? null : Mjd.of(span.start()),
                span == null ? null : Mjd.of(span.stop()),
                facts.number("time.duration;obs.exposure"),
                facts.energyEv("stat.min"),
                facts.energyEv("stat.max"),
                instrument != null ? instrument : about.instrument(),
                events ? count() : null,
                span == null ? null : Mjd.moc(span.start(), span.stop()));
    }

    /** Rows of its event lists; where it does not tell which tables they are, of all. */
    private @Nullable Long count() {
        List<FileTable> lists = file.metadata().tables().stream()
                .filter(table -> table.kind() == TableKind.EVENTS && table.rows() != null)
                .toList();
        return lists.isEmpty()
                ? file.metadata().rows()
                : (Long) lists.stream()
                        .mapToLong(table -> Objects.requireNonNull(table.rows()))
                        .sum();
    }
}
