package org.heralddata.query.files;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.CommonField;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.FileField;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Files as rows. */
final class FileCells {
    private static final long BILLION = 1_000_000_000L;

    private FileCells() {}

    /** @param files at least one */
    static Batch batch(List<CataloguedFile> files, List<FileField> fields) {
        List<Vector> vectors = new ArrayList<>();
        for (FileField field : fields) {
            vectors.add(vector(files, field));
        }
        return new Batch(files.size(), vectors);
    }

    private static Vector vector(List<CataloguedFile> files, FileField field) {
        int size = files.size();
        var nulls = new BitSet();
        var longs = new long[size];
        var doubles = new double[size];
        var texts = new @Nullable String[size];
        for (int row = 0; row < size; row++) {
            switch (value(files.get(row), field.name())) {
                case null -> {
                    nulls.set(row);
                    doubles[row] = Double.NaN;
                }
                case FieldValue.Whole(var value) -> longs[row] = value;
                case FieldValue.Time(var value) -> longs[row] = value;
                case FieldValue.Truth(var value) -> longs[row] = value ? 1 : 0;
                case FieldValue.Real(var value) -> doubles[row] = value;
                case FieldValue.Text(var value) -> texts[row] = value;
            }
        }
        BitSet missing = nulls.isEmpty() ? null : nulls;
        return switch (field.type()) {
            case FLOAT64 -> new Vector.Doubles(doubles, size, missing);
            case INT64, TIMESTAMP, BOOL -> new Vector.Longs(longs, size, missing);
            default -> new Vector.Strings(texts, size, missing);
        };
    }

    /** Null if the file has no such value. */
    static @Nullable FieldValue value(CataloguedFile file, String name) {
        CommonField common = CommonField.of(name).orElse(null);
        if (common == null) {
            return file.metadata().fields().get(name);
        }
        TimeSpan span = file.metadata().span();
        return switch (common) {
            case ID -> new FieldValue.Text(file.id().toString());
            case COLLECTION -> new FieldValue.Text(file.collection().value());
            case PATH -> new FieldValue.Text(file.path());
            case NAME -> new FieldValue.Text(file.name());
            case FORMAT -> text(file.metadata().format());
            case BYTES -> new FieldValue.Whole(file.content().bytes());
            case MODIFIED -> new FieldValue.Time(nanoseconds(file.content().modified()));
            case SHA256 -> text(file.content().sha256());
            case STATE -> new FieldValue.Text(file.state().label());
            case TIME_START -> span == null ? null : new FieldValue.Time(span.start());
            case TIME_STOP -> span == null ? null : new FieldValue.Time(span.stop());
            case RUN -> whole(file.metadata().run());
            case INSTRUMENT -> text(file.metadata().instrument());
            case ROWS -> whole(file.metadata().rows());
        };
    }

    private static @Nullable FieldValue text(@Nullable String value) {
        return value == null || value.isEmpty() ? null : new FieldValue.Text(value);
    }

    private static @Nullable FieldValue whole(@Nullable Long value) {
        return value == null ? null : new FieldValue.Whole(value);
    }

    private static long nanoseconds(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), BILLION), instant.getNano());
    }
}
