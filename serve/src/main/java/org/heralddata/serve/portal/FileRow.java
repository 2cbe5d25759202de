package org.heralddata.serve.portal;

import java.util.List;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.FileField;
import org.heralddata.model.files.FileState;
import org.heralddata.model.files.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * A catalogued file in a list.
 *
 * @param cells values of the fields shown
 */
public record FileRow(CataloguedFile file, List<Cell> cells) {

    static FileRow of(CataloguedFile file, List<FileField> fields) {
        return new FileRow(
                file,
                fields.stream()
                        .map(field -> cell(file.metadata().fields().get(field.name())))
                        .toList());
    }

    static Cell cell(@Nullable FieldValue value) {
        return switch (value) {
            case null -> new Cell("", false, true);
            case FieldValue.Whole(var number) -> new Cell(Long.toString(number), true, false);
            case FieldValue.Real(var number) -> new Cell(Figures.number(number), true, false);
            case FieldValue.Text(var text) -> new Cell(text, false, false);
            case FieldValue.Truth(var truth) -> new Cell(truth ? "yes" : "no", false, false);
            case FieldValue.Time(var nanoseconds) -> new Cell(Figures.time(nanoseconds), false, false);
        };
    }

    /** Where all that is known of it is shown. */
    public String address() {
        return "/files/" + file.id();
    }

    /** To the second; empty if unknown. */
    public String start() {
        TimeSpan span = file.metadata().span();
        return span == null ? "" : second(span.start());
    }

    /** To the second; empty if unknown. */
    public String stop() {
        TimeSpan span = file.metadata().span();
        return span == null ? "" : second(span.stop());
    }

    public boolean isPresent() {
        return file.state() == FileState.PRESENT;
    }

    private static String second(long nanoseconds) {
        return Figures.time(Math.floorDiv(nanoseconds, 1_000_000_000L) * 1_000_000_000L);
    }
}
