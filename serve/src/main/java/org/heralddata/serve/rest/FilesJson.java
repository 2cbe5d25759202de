package org.heralddata.serve.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.CommonField;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileEvent;
import org.heralddata.model.files.FileField;
import org.heralddata.model.files.FileState;
import org.heralddata.model.files.FileSummary;
import org.heralddata.model.files.FileTable;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.query.cuts.TimeReader;
import org.heralddata.query.files.Coverage;
import org.heralddata.query.files.FileDetail;
import org.heralddata.query.files.FileService.FilesCount;
import org.jspecify.annotations.Nullable;

/** Files as JSON. Times are ISO 8601 strings in UTC; numbers that JSON lacks are {@code "NaN"}, {@code "Infinity"}. */
final class FilesJson {

    private FilesJson() {}

    /** A file as lists have it. */
    record File(
            String id,
            String collection,
            String path,
            String name,
            @Nullable String format,
            long bytes,
            String modified,
            String sha256,
            String state,
            @JsonProperty("time_start") @Nullable String timeStart,
            @JsonProperty("time_stop") @Nullable String timeStop,
            @Nullable Long run,
            @Nullable String instrument,
            @Nullable Long rows,
            Map<String, Object> fields,
            List<String> notes,
            Map<String, String> links) {

        static File of(CataloguedFile file) {
            TimeSpan span = file.metadata().span();
            Map<String, Object> fields = new LinkedHashMap<>();
            file.metadata().fields().forEach((name, value) -> fields.put(name, plain(value)));
            Map<String, String> links = new LinkedHashMap<>();
            links.put("self", "/api/v1/files/" + file.id());
            links.put("page", "/files/" + file.id());
            if (file.state() != FileState.VANISHED) {
                links.put("original", original(file));
            }
            return new File(
                    file.id().toString(),
                    file.collection().value(),
                    file.path(),
                    file.name(),
                    file.metadata().format(),
                    file.content().bytes(),
                    file.content().modified().toString(),
                    file.content().sha256(),
                    file.state().label(),
                    span == null ? null : TimeReader.write(span.start()),
                    span == null ? null : TimeReader.write(span.stop()),
                    file.metadata().run(),
                    file.metadata().instrument(),
                    file.metadata().rows(),
                    fields,
                    file.metadata().notes(),
                    links);
        }
    }

    /** Where the bytes of a file are. */
    static String original(CataloguedFile file) {
        return "/files/" + file.collection() + "/original/"
                + Arrays.stream(file.path().split("/"))
                        .map(part ->
                                URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining("/"));
    }

    private static Object plain(FieldValue value) {
        return switch (value) {
            case FieldValue.Whole(var number) -> number;
            case FieldValue.Real(var number) -> Double.isFinite(number) ? number : Double.toString(number);
            case FieldValue.Text(var text) -> text;
            case FieldValue.Truth(var truth) -> truth;
            case FieldValue.Time(var nanoseconds) -> TimeReader.write(nanoseconds);
        };
    }

    /**
     * Some of the files that pass.
     *
     * @param count all that pass
     * @param of    all without the selection
     * @param next  where the files after these are; left out after the last
     */
    record Page(
            long count,
            long of,
            long bytes,
            @Nullable Long limit,
            long offset,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next,

            List<String> skipped,
            List<File> files) {}

    /** What the files that pass come to. */
    record Count(
            long files,
            long of,
            long bytes,
            long rows,
            Map<String, Long> states,
            @JsonProperty("time_start") @Nullable String timeStart,
            @JsonProperty("time_stop") @Nullable String timeStop,
            @JsonProperty("with_time") long withTime,
            List<String> skipped) {

        static Count of(FilesCount count) {
            FileSummary summary = count.summary();
            TimeSpan span = summary.span();
            Map<String, Long> states = new LinkedHashMap<>();
            states.put("present", summary.present());
            states.put("broken", summary.broken());
            states.put("vanished", summary.vanished());
            return new Count(
                    summary.files(),
                    count.of(),
                    summary.bytes(),
                    summary.rows(),
                    states,
                    span == null ? null : TimeReader.write(span.start()),
                    span == null ? null : TimeReader.write(span.stop()),
                    summary.timed(),
                    ids(count));
        }
    }

    static List<String> ids(FilesCount count) {
        return count.skipped().stream().map(Object::toString).toList();
    }

    /** A field of files. */
    record Field(
            String name,
            String type,
            @Nullable String unit,
            @Nullable String ucd,
            String description,
            boolean common) {

        static Field of(FileField field) {
            return new Field(
                    field.name(),
                    field.type().label(),
                    field.toColumn().unit(),
                    field.toColumn().ucd(),
                    field.description(),
                    CommonField.of(field.name()).isPresent());
        }
    }

    /** A collection whose files are catalogued. */
    record Collection(
            String collection,
            String title,
            String scanned,
            String software,
            List<Field> fields,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Count files,

            Map<String, String> links) {

        static Collection of(FileCollection collection, List<FileField> fields, @Nullable Count count) {
            String id = collection.about().id().value();
            Map<String, String> links = new LinkedHashMap<>();
            links.put("files", "/api/v1/files?collection=" + id);
            links.put("page", "/collections/" + id + "/files");
            return new Collection(
                    id,
                    collection.about().title(),
                    collection.scanned().toString(),
                    collection.software(),
                    fields.stream().map(Field::of).toList(),
                    count,
                    links);
        }
    }

    /** All that is known of one file. */
    record Detail(File file, List<Table> tables, List<Event> history, List<String> releases, Provenance provenance) {

        static Detail of(FileDetail detail) {
            return new Detail(
                    File.of(detail.file()),
                    detail.file().metadata().tables().stream().map(Table::of).toList(),
                    detail.history().stream().map(Event::of).toList(),
                    detail.releases(),
                    new Provenance(
                            detail.file().firstSeen().toString(),
                            detail.file().changed().toString(),
                            detail.collection().scanned().toString(),
                            detail.collection().software(),
                            detail.collection().descriptor()));
        }
    }

    record Table(String name, @Nullable Long rows) {
        static Table of(FileTable table) {
            return new Table(table.name(), table.rows());
        }
    }

    record Event(String at, String change, long bytes, String sha256, String software) {
        static Event of(FileEvent event) {
            return new Event(
                    event.at().toString(), event.change().label(), event.bytes(), event.sha256(), event.software());
        }
    }

    /** @param descriptor whose rules took the fields */
    record Provenance(
            @JsonProperty("first_seen") String firstSeen,
            String changed,
            String scanned,
            String software,
            String descriptor) {}

    /** Which times files cover: how many each part of the span. */
    record Times(
            @JsonProperty("time_start") @Nullable String timeStart,
            @JsonProperty("time_stop") @Nullable String timeStop,
            int parts,
            String by,
            Map<String, long[]> lanes) {

        static Times of(Coverage coverage) {
            TimeSpan span = coverage.span();
            return new Times(
                    span == null ? null : TimeReader.write(span.start()),
                    span == null ? null : TimeReader.write(span.stop()),
                    coverage.parts(),
                    coverage.by().name().toLowerCase(Locale.ROOT),
                    coverage.lanes());
        }
    }
}
