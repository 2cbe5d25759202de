package org.heralddata.ingest.files;

import java.util.Map;
import java.util.OptionalLong;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.ingest.time.FileEpoch;
import org.heralddata.ingest.time.TimeProblems;
import org.heralddata.ingest.time.TimeReader;
import org.heralddata.ingest.time.TimeReaders;
import org.heralddata.model.descriptor.FileFieldDescriptor;
import org.heralddata.model.descriptor.FileTimes;
import org.heralddata.model.descriptor.FileTimes.End;
import org.heralddata.model.descriptor.FileTimes.Moment;
import org.heralddata.model.descriptor.FilesDescriptor;
import org.heralddata.model.descriptor.TimeMapping;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.model.table.Vector;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitConversion;
import org.jspecify.annotations.Nullable;

/** Tells which time a file covers by the values of its fields. */
final class SpanReader {
    private static final Unit NANOSECOND = new Unit("ns");

    private final FilesDescriptor files;

    SpanReader(FilesDescriptor files) {
        this.files = files;
    }

    /**
     * The span.
     *
     * @param metadata of the file, for the epoch of times that count from one
     * @return null if the descriptor does not tell how, or a field that it names has no value
     * @throws Refusal if the values make no span
     */
    @Nullable
    TimeSpan span(Map<String, FieldValue> values, Map<String, String> metadata) {
        FileTimes times = files.times();
        if (times == null) {
            return null;
        }
        OptionalLong start = instant(times.start(), values, metadata);
        OptionalLong stop = stop(times.end(), start, values, metadata);
        if (start.isEmpty() || stop.isEmpty()) {
            return null;
        }
        if (stop.getAsLong() < start.getAsLong()) {
            throw refusal("it ends before it begins");
        }
        return new TimeSpan(start.getAsLong(), stop.getAsLong());
    }

    private OptionalLong stop(
            @Nullable End end, OptionalLong start, Map<String, FieldValue> values, Map<String, String> metadata) {
        if (start.isEmpty()) {
            return start;
        }
        return switch (end) {
            case null -> start;
            case End.At(var moment) -> instant(moment, values, metadata);
            case End.After(var nanoseconds) -> OptionalLong.of(Math.addExact(start.getAsLong(), nanoseconds));
            case End.AfterField(var name) -> {
                FieldValue value = values.get(name);
                if (value == null) {
                    yield OptionalLong.empty();
                }
                UnitConversion toNanoseconds =
                        field(name).field().unit().to(NANOSECOND).orElseThrow();
                double nanoseconds = toNanoseconds.apply(number(value));
                if (!(Math.abs(nanoseconds) < 9e18)) {
                    throw refusal("it lasts %s ns".formatted(nanoseconds));
                }
                yield OptionalLong.of(start.getAsLong() + Math.round(nanoseconds));
            }
        };
    }

    private OptionalLong instant(Moment moment, Map<String, FieldValue> values, Map<String, String> metadata) {
        return switch (moment) {
            case Moment.Field(var name) ->
                values.get(name) instanceof FieldValue.Time(var nanoseconds)
                        ? OptionalLong.of(nanoseconds)
                        : OptionalLong.empty();
            case Moment.Mapped(var mapping) -> mapped(mapping, values, metadata);
        };
    }

    private OptionalLong mapped(TimeMapping mapping, Map<String, FieldValue> values, Map<String, String> metadata) {
        var problems = new TimeProblems();
        FieldValue main = values.get(main(mapping));
        if (main == null) {
            return OptionalLong.empty();
        }
        TimeReader reader = switch (mapping) {
            case TimeMapping.Seconds(var _, var _, var scale) -> TimeReaders.seconds(scale, 1, 1, problems);
            case TimeMapping.Gps _ -> TimeReaders.gps(1, 1, problems);
            case TimeMapping.Mjd(var _, var scale) -> TimeReaders.mjd(scale, 1, problems);
            case TimeMapping.Iso(var _, var scale) -> TimeReaders.iso(scale, problems);
            case TimeMapping.Elapsed elapsed ->
                TimeReaders.elapsed(
                        FileEpoch.mjd(elapsed, metadata)
                                .orElseThrow(() -> refusal("the file does not say since when its times are counted")),
                        FileEpoch.scale(elapsed, metadata)
                                .orElseThrow(() -> refusal("the file does not say of what scale its times are")),
                        1,
                        problems);
        };
        FieldValue extra = extra(mapping) == null ? null : values.get(extra(mapping));
        Vector.Longs time = reader.read(vector(main, mapping), extra == null ? null : vector(extra, null));
        if (time.isNull(0)) {
            throw refusal(
                    problems.notes().isEmpty()
                            ? "it cannot be read"
                            : problems.notes().getFirst());
        }
        return OptionalLong.of(time.values()[0]);
    }

    private static Vector vector(FieldValue value, @Nullable TimeMapping mapping) {
        boolean text = mapping instanceof TimeMapping.Iso;
        return switch (value) {
            case FieldValue.Text(var words) when text -> new Vector.Strings(new String[] {words}, 1, null);
            case FieldValue.Whole(var number) when !text -> new Vector.Longs(new long[] {number}, 1, null);
            case FieldValue.Real(var number) when !text -> new Vector.Doubles(new double[] {number}, 1, null);
            default -> throw refusal("its field is %s".formatted(text ? "no text" : "no number"));
        };
    }

    private static double number(FieldValue value) {
        return switch (value) {
            case FieldValue.Whole(var number) -> number;
            case FieldValue.Real(var number) -> number;
            default -> throw refusal("how long it lasts is no number");
        };
    }

    private FileFieldDescriptor field(String name) {
        return files.fields().stream()
                .filter(f -> f.field().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String main(TimeMapping mapping) {
        return switch (mapping) {
            case TimeMapping.Seconds(var seconds, var _, var _) -> seconds;
            case TimeMapping.Mjd(var mjd, var _) -> mjd;
            case TimeMapping.Iso(var iso, var _) -> iso;
            case TimeMapping.Gps(var gps, var _) -> gps;
            case TimeMapping.Elapsed(var elapsed, var _, var _) -> elapsed;
        };
    }

    private static @Nullable String extra(TimeMapping mapping) {
        return switch (mapping) {
            case TimeMapping.Seconds(var _, var nanoseconds, var _) -> nanoseconds;
            case TimeMapping.Gps(var _, var nanoseconds) -> nanoseconds;
            case TimeMapping.Mjd _, TimeMapping.Iso _, TimeMapping.Elapsed _ -> null;
        };
    }

    private static Refusal refusal(String why) {
        return new Refusal(
                Diagnostic.error(IngestCode.FILE_TIME, "the time that the file covers cannot be told: " + why));
    }
}
