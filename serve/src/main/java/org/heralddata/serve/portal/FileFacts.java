package org.heralddata.serve.portal;

import java.util.List;
import java.util.Objects;
import org.heralddata.model.files.FileField;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.query.files.FileDetail;

/**
 * What a file tells of itself in one field.
 *
 * @param text its value
 */
public record FileFacts(FileField field, String text) {

    /** All that it tells, in the order of the descriptor. */
    public static List<FileFacts> of(FileDetail detail) {
        return detail.collection().fields().stream()
                .filter(field -> detail.file().metadata().fields().containsKey(field.name()))
                .map(field -> new FileFacts(
                        field,
                        FileRow.cell(Objects.requireNonNull(
                                        detail.file().metadata().fields().get(field.name())))
                                .text()))
                .toList();
    }

    /** Which time it covers; a dash if it does not tell. */
    public static String span(FileDetail detail) {
        TimeSpan span = detail.file().metadata().span();
        return span == null ? "–" : Figures.time(span.start()) + " to " + Figures.time(span.stop());
    }

    /** Where its bytes are. */
    public static String original(FileDetail detail) {
        return Addresses.original(detail.file().collection(), detail.file().path());
    }
}
