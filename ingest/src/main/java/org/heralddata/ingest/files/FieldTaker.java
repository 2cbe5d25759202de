package org.heralddata.ingest.files;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.model.descriptor.FieldSource;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.spi.Extracted;
import org.heralddata.spi.Extractors;
import org.heralddata.spi.SourceTable;
import org.jspecify.annotations.Nullable;

/** Takes the values of fields from a file, as text. Refuses, for that field alone, where the file lacks what is named. */
final class FieldTaker {
    private final Extractors extractors;

    FieldTaker(Extractors extractors) {
        this.extractors = extractors;
    }

    /**
     * The value of a field.
     *
     * @return empty if the file has none
     * @throws Refusal if the file has not the table, column or entry, or is broken there
     */
    Optional<Extracted> take(FieldSource source, OpenFile file) throws IOException {
        return switch (source) {
            case FieldSource.PathPart(var pattern, var part) ->
                Optional.of(pattern.match(file.file().relative())
                                .orElseThrow(() ->
                                        refusal("the path does not fit the pattern `%s`".formatted(pattern), null)))
                        .map(values -> values.get(part))
                        .map(Extracted::of);
            case FieldSource.Header(var key, var table) -> Optional.of(Extracted.of(header(file, key, table)));
            case FieldSource.Rows(var table) -> rows(file, table).map(n -> Extracted.of(Long.toString(n)));
            case FieldSource.Extreme(var column, var table, var take) -> {
                SourceTable found = table(file, table, column);
                Column declared = found.columns().stream()
                        .filter(c -> c.name().equals(column))
                        .findFirst()
                        .orElseThrow();
                yield file.extremes(found, column)
                        .value(take)
                        .map(value -> new Extracted(value, declared.type().isNumeric() ? declared.unit() : null));
            }
            case FieldSource.Constant(var value) -> Optional.of(Extracted.of(value));
            case FieldSource.Extractor(var name, var options) ->
                extractors
                        .named(name)
                        .orElseThrow(() -> refusal("no extractor is named `%s`".formatted(name), null))
                        .extract(file.file(), options);
        };
    }

    private static String header(OpenFile file, String key, @Nullable String table) {
        if (table != null) {
            SourceTable named = named(file, table);
            String value = named.metadata().get(key);
            if (value == null) {
                value = file.metadata().get(key);
            }
            return present(value, key, named.metadata());
        }
        Map<String, String> all = file.allMetadata();
        return present(all.get(key), key, all);
    }

    private static String present(@Nullable String value, String key, Map<String, String> known) {
        if (value == null) {
            throw refusal("there is no metadata `%s`".formatted(key), Nearest.help(key, known.keySet()));
        }
        return value;
    }

    /** Counted where a table does not tell; empty if there is no table. */
    private static Optional<Long> rows(OpenFile file, @Nullable String table) throws IOException {
        List<SourceTable> counted = table == null ? file.tables() : List.of(named(file, table));
        long sum = 0;
        for (SourceTable one : counted) {
            OptionalLong rows = one.rows();
            sum += rows.isPresent() ? rows.getAsLong() : file.count(one);
        }
        return counted.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    private static SourceTable named(OpenFile file, String name) {
        List<SourceTable> tables = file.tables();
        return tables.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refusal(
                        "there is no table `%s`".formatted(name),
                        Nearest.help(
                                name, tables.stream().map(SourceTable::name).toList())));
    }

    private static SourceTable table(OpenFile file, @Nullable String name, String column) {
        List<SourceTable> having = (name == null ? file.tables() : List.of(named(file, name)))
                .stream()
                        .filter(t -> t.columns().stream().anyMatch(c -> c.name().equals(column)))
                        .toList();
        if (having.size() != 1) {
            throw refusal(
                    having.isEmpty()
                            ? "there is no column `%s`".formatted(column)
                            : "%d tables have a column `%s`".formatted(having.size(), column),
                    having.isEmpty() ? null : "name one by `table`");
        }
        return having.getFirst();
    }

    static Refusal refusal(String message, @Nullable String help) {
        return new Refusal(Diagnostic.error(IngestCode.FIELD, message).helped(help));
    }
}
