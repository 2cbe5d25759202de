package org.heralddata.serve.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileField;
import org.heralddata.query.files.FileService.FilesCount;
import org.jspecify.annotations.Nullable;

/**
 * A page of catalogued files.
 *
 * @param collections all that have catalogued files
 * @param chosen      the one whose files are shown; null for all
 * @param asked       what the form holds, by the names of the REST API
 * @param instruments to choose from
 * @param fields      shown as columns besides those that every file has
 * @param count       null if the selection has a mistake
 * @param files       of this page
 * @param lanes       which times the files cover; empty if none tells
 * @param offset      files before those of this page
 * @param problem     null if all is well
 */
public record FileList(
        List<FileCollection> collections,
        @Nullable FileCollection chosen,
        Map<String, String> asked,
        List<String> instruments,
        List<FileField> fields,
        @Nullable FilesCount count,
        List<FileRow> files,
        List<TimeLane> lanes,
        long offset,
        @Nullable Problem problem) {

    /** Files of a page. */
    static final long PAGE = 100;

    public FileList {
        collections = List.copyOf(collections);
        instruments = List.copyOf(instruments);
        fields = List.copyOf(fields);
        files = List.copyOf(files);
        lanes = List.copyOf(lanes);
    }

    /** What a field of the form holds. */
    public String asked(String key) {
        return asked.getOrDefault(key, "");
    }

    /** True if anything narrows the files. */
    public boolean isNarrowed() {
        return asked.entrySet().stream()
                .anyMatch(e -> !e.getKey().equals("collection")
                        && !e.getKey().equals("order")
                        && !e.getValue().isEmpty());
    }

    /** All files that pass. */
    public long passing() {
        return count == null ? 0 : count.summary().files();
    }

    /** The address of this page without its selection. */
    public String base() {
        return chosen == null ? "/files" : "/collections/" + chosen.about().id() + "/files";
    }

    /** This selection from another file on. */
    public String page(long from) {
        return base() + query(from == 0 ? Map.of() : Map.of("offset", Long.toString(from)), false);
    }

    /** Sorted by a field, falling if it rises now. */
    public String sortedBy(String field) {
        return base() + query(Map.of("order", asked("order").equals(field) ? "-" + field : field), false);
    }

    /** {@code ascending}, {@code descending} or {@code none}. */
    public String sorting(String field) {
        String order = asked("order");
        return order.equals(field) ? "ascending" : order.equals("-" + field) ? "descending" : "none";
    }

    public boolean hasNext() {
        return offset + files.size() < passing();
    }

    public long previous() {
        return Math.max(0, offset - PAGE);
    }

    public long next() {
        return offset + files.size();
    }

    /** The same selection of the REST API. */
    public String api(String format) {
        return "/api/v1/files" + query(format.isEmpty() ? Map.of() : Map.of("format", format), true);
    }

    private String query(Map<String, String> more, boolean api) {
        Map<String, String> all = new LinkedHashMap<>(asked);
        if (!api && chosen != null) {
            all.remove("collection");
        }
        all.putAll(more);
        String query = all.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> e.getKey() + "=" + Addresses.encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
