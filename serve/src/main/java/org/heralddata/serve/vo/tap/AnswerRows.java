package org.heralddata.serve.vo.tap;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.table.Batch;
import org.heralddata.query.adql.AdqlAnswer;
import org.heralddata.query.adql.AdqlColumn;
import org.heralddata.serve.vo.dali.RowsOut;
import org.heralddata.spi.FieldNote;
import org.heralddata.spi.Serializations;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.jspecify.annotations.Nullable;

/** The rows of an answer about to be written. For one thread. */
final class AnswerRows {
    /** Of columns whose values the DataLink service knows. */
    private static final String DATA_SET = "obscore:Curation.publisherDID";

    private final TapQuery query;
    private final AdqlAnswer answer;
    private final Set<String> ascii;
    private final SeenAddresses addresses;
    private @Nullable Batch first;

    /**
     * Waits for the first rows, so that what fails, fails before anything is written.
     *
     * @param ascii     names, in lower case, of columns whose texts are of ASCII
     * @param addresses of this server
     */
    AnswerRows(TapQuery query, AdqlAnswer answer, Set<String> ascii, SeenAddresses addresses) {
        this.query = query;
        this.answer = answer;
        this.ascii = ascii;
        this.addresses = addresses;
        first = answer.next();
    }

    /** True if there are more rows than were granted; known after all are written. Without any it is so by definition. */
    boolean isCut() {
        return answer.overflowed() || query.maxRows() == 0;
    }

    /** Writes all; a format with a place for it says there that rows are left out. */
    void writeTo(OutputStream out) throws IOException {
        writeTo(out, () -> false);
    }

    /**
     * Writes all; what fails after {@code begun} is said behind the rows where the format has a place for it.
     *
     * @return false if it was
     */
    boolean writeTo(OutputStream out, BooleanSupplier begun) throws IOException {
        TableWriter writer = query.format().writer();
        if (writer instanceof Serializations known) {
            writer = known.serialized(query.format().serialization(), notes());
        }
        try (TableSink sink = writer.open(out, header())) {
            return RowsOut.write(sink, seen(first), () -> seen(answer.next()), this::isCut, begun);
        }
    }

    private @Nullable Batch seen(@Nullable Batch batch) {
        return batch == null ? null : addresses.in(batch, answer.described());
    }

    private Map<String, FieldNote> notes() {
        var notes = new HashMap<String, FieldNote>();
        for (AdqlColumn column : answer.described()) {
            String name = column.column().name();
            boolean narrow = ascii.contains(name.toLowerCase(Locale.ROOT)) || "timestamp".equals(column.xtype());
            boolean linked = DATA_SET.equalsIgnoreCase(column.utype());
            if (narrow || column.xtype() != null || column.utype() != null) {
                String links = linked ? addresses.seen() + "/datalink" : null;
                notes.put(name, new FieldNote(column.xtype(), column.utype(), narrow, links));
            }
        }
        return notes;
    }

    /** Says where the rows are from: DALI 1.1, section 4.4.3, and the licences and citations of what was read. */
    private TableHeader header() {
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        metadata.put("standardID", "ivo://ivoa.net/std/TAP#sync-1.1");
        metadata.put("query", query.adql());
        int number = 0;
        for (Release release : answer.releases()) {
            String end = number++ == 0 ? "" : "_" + number;
            metadata.put("release" + end, release.collection().id().value() + " " + release.name());
            metadata.put("licence" + end, release.collection().licence().name());
            String cite = release.collection().cite();
            if (cite != null) {
                metadata.put("citation" + end, cite);
            }
        }
        return new TableHeader("result", "", OptionalLong.empty(), answer.columns(), metadata);
    }
}
