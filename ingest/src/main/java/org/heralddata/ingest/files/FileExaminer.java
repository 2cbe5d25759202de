package org.heralddata.ingest.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.ingest.source.DataPath;
import org.heralddata.model.descriptor.FileFieldDescriptor;
import org.heralddata.model.descriptor.FilesDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.FileMetadata;
import org.heralddata.model.files.FileTable;
import org.heralddata.model.files.TableKind;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.spi.ExaminedFile;
import org.heralddata.spi.Extractors;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableReader;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a file what a descriptor's rules say. What goes wrong with one field or one file is noted with it and does not
 * keep others from being read.
 */
final class FileExaminer {
    private static final int MOST_NOTES = 50;

    private final FilesDescriptor files;
    private final @Nullable String instrument;
    private final Formats formats;
    private final FieldTaker taker;
    private final SpanReader spans;

    /** @param instrument that of the collection, for files that do not tell; null if unknown */
    FileExaminer(FilesDescriptor files, @Nullable String instrument, Formats formats, Extractors extractors) {
        this.files = files;
        this.instrument = instrument;
        this.formats = formats;
        this.taker = new FieldTaker(extractors);
        this.spans = new SpanReader(files);
    }

    /** @param broken true if the file itself cannot be read; the metadata then hold what its path and side-cars tell */
    record Examined(FileMetadata metadata, boolean broken) {}

    /** Reads the file's headers, and columns where the rules ask for them. */
    Examined examine(DataPath file, Path folder) throws IOException {
        var examination = new Examination(new ExaminedFile(file.path(), file.relative(), folder));
        return examination.run();
    }

    /** Of one file. */
    private final class Examination {
        private final ExaminedFile file;
        private final List<String> notes = new ArrayList<>();
        private final SequencedMap<String, FieldValue> values = new LinkedHashMap<>();
        private boolean broken;

        Examination(ExaminedFile file) {
            this.file = file;
        }

        Examined run() throws IOException {
            TableReader reader = reader();
            try (OpenFile open = open(reader)) {
                for (FileFieldDescriptor field : files.fields()) {
                    take(field, open);
                }
                return new Examined(metadata(open), broken);
            }
        }

        private @Nullable TableReader reader() throws IOException {
            String named = files.source().format();
            Optional<TableReader> reader = named == null ? formats.recognise(file.path()) : formats.reader(named);
            if (reader.isEmpty()) {
                note(Diagnostic.error(
                        IngestCode.NO_READER,
                        named == null
                                ? "the file is of no format that Herald reads"
                                : "there is no format `%s`".formatted(named)));
            }
            return reader.orElse(null);
        }

        private OpenFile open(@Nullable TableReader reader) throws IOException {
            if (reader == null) {
                return new OpenFile(file, null, null);
            }
            try {
                return new OpenFile(
                        file,
                        reader,
                        reader.open(file.path(), new ReadOptions(files.source().options())));
            } catch (Refusal refused) {
                refused.diagnostics().forEach(this::note);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
                noteFailure(reader, failed);
            }
            broken = true;
            return new OpenFile(file, reader, null);
        }

        private void take(FileFieldDescriptor declared, OpenFile open) throws IOException {
            if (declared.source().readsFile() && open.isClosed()) {
                return; // told once, not again with every field
            }
            try {
                taker.take(declared.source(), open)
                        .map(extracted -> FieldConversion.convert(extracted, declared))
                        .ifPresent(value -> values.put(declared.field().name(), value));
            } catch (Refusal refused) {
                for (Diagnostic diagnostic : refused.diagnostics()) {
                    boolean ofField = diagnostic.code() == IngestCode.FIELD;
                    note(ofField ? named(declared, diagnostic) : diagnostic);
                    broken |= !ofField && declared.source().readsFile();
                }
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
                noteFailure(null, failed);
                broken |= declared.source().readsFile();
            }
        }

        private static Diagnostic named(FileFieldDescriptor declared, Diagnostic diagnostic) {
            return Diagnostic.error(
                            IngestCode.FIELD,
                            "the field `%s` has no value: %s"
                                    .formatted(declared.field().name(), diagnostic.message()))
                    .helped(diagnostic.help());
        }

        private FileMetadata metadata(OpenFile open) {
            List<FileTable> tables = new ArrayList<>();
            long rows = 0;
            boolean counted = false;
            for (SourceTable table : open.tables()) {
                Long own = table.rows().isPresent() ? table.rows().getAsLong() : null;
                tables.add(new FileTable(
                        table.name(), own, TableKind.of(table.metadata()).orElse(null)));
                rows += own == null ? 0 : own;
                counted |= own != null;
            }
            return new FileMetadata(
                    open.format(),
                    span(open),
                    files.run() != null && values.get(files.run()) instanceof FieldValue.Whole(var run) ? run : null,
                    files.instrument() != null
                                    && values.get(files.instrument()) instanceof FieldValue.Text(var text)
                                    && !text.isEmpty()
                            ? text
                            : instrument,
                    counted ? rows : null,
                    tables,
                    values,
                    notes);
        }

        private @Nullable TimeSpan span(OpenFile open) {
            try {
                return spans.span(values, open.allMetadata());
            } catch (Refusal refused) {
                refused.diagnostics().forEach(this::note);
            } catch (ArithmeticException beyond) {
                note(Diagnostic.error(
                        IngestCode.FILE_TIME, "the time that the file covers is outside the years 1678 to 2261"));
            }
            return null;
        }

        /** A fault of ours, but one file is not to keep others from being registered. */
        private void noteFailure(@Nullable TableReader reader, Throwable failed) {
            note(Diagnostic.error(
                    IngestCode.READER_FAILED,
                    "%s failed: %s"
                            .formatted(
                                    reader == null ? "taking metadata" : "the reader of " + reader.format(),
                                    failed.getClass().getSimpleName())));
        }

        private void note(Diagnostic diagnostic) {
            if (notes.size() < MOST_NOTES) {
                String help = diagnostic.help();
                notes.add("%s: %s%s"
                        .formatted(
                                diagnostic.code().id(), diagnostic.message(), help == null ? "" : " (" + help + ")"));
            }
        }
    }
}
