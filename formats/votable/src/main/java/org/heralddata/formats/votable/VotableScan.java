package org.heralddata.formats.votable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.diagnostic.Severity;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.FieldNote;
import org.heralddata.spi.SourceTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/** Gathers what a VOTable says of itself and its tables, without decoding rows. */
final class VotableScan extends DefaultHandler {
    private static final int LONGEST_TEXT = 1 << 16;
    private static final int LONGEST_QUOTE = 1000;
    private static final int MOST_ENTRIES = 100_000;
    private static final int MOST_COLUMNS = 10_000;

    private final SourceText source;
    private final SequencedMap<String, String> metadata = new LinkedHashMap<>();
    private final List<VotableTable> tables = new ArrayList<>();
    private final List<Diagnostic> notices = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, List<Column>> columnsById = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();

    private @Nullable Locator locator;
    private @Nullable TableDraft table;
    private @Nullable FieldDraft field;
    private @Nullable String infoName;
    private String infoValue = "";
    private boolean resource;
    private int ordinal;
    private int entries;
    private Location root = new Location.Nowhere();

    VotableScan(SourceText source) {
        this.source = source;
    }

    SequencedMap<String, String> metadata() {
        return metadata;
    }

    List<VotableTable> tables() {
        return tables;
    }

    List<Diagnostic> notices() {
        return notices;
    }

    @Override
    public void setDocumentLocator(Locator here) {
        locator = here;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
        String element = local.toUpperCase(Locale.ROOT);
        if (path.isEmpty()) {
            root = here();
            if (!element.equals("VOTABLE")) {
                throw new Refusal(Diagnostic.error(
                        VotableCode.BROKEN_XML, "this XML is no VOTable: its root is `%s`".formatted(local), root));
            }
        }
        switch (element) {
            case "RESOURCE" -> resource = true;
            case "TABLE" -> table = new TableDraft(ordinal++, attributes);
            case "FIELD" -> field = new FieldDraft(attributes);
            case "PARAM", "INFO" -> {
                infoName = name(attributes);
                infoValue = value(attributes, "value");
            }
            case "COOSYS", "TIMESYS" -> put(element + " " + value(attributes, "ID"), listed(attributes));
            case "STREAM" -> {
                if (table != null && attributes.getValue("href") != null) {
                    table.remote = value(attributes, "href");
                }
            }
            case "TABLEDATA" -> {
                if (table != null) {
                    table.rows = 0;
                }
            }
            case "TR" -> {
                if (table != null) {
                    table.rows++;
                }
            }
            case "DATA" -> {
                if (table != null) {
                    table.data = true;
                }
            }
            default -> {}
        }
        path.push(element);
        text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        String element = path.peek();
        if (("DESCRIPTION".equals(element) || "INFO".equals(element)) && text.length() < LONGEST_TEXT) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        String element = path.pop();
        switch (element) {
            case "DESCRIPTION" ->
                describe(text.toString().replaceAll("\\s+", " ").strip());
            case "PARAM", "INFO" -> {
                if (infoName != null) {
                    put(infoName, infoValue.isEmpty() ? text.toString().strip() : infoValue);
                    report(infoName, infoValue, text.toString().strip());
                }
                infoName = null;
            }
            case "FIELD" -> {
                if (table != null && field != null) {
                    table.columns.add(column(table, field));
                    if (table.columns.size() > MOST_COLUMNS) {
                        throw new Refusal(Diagnostic.error(
                                VotableCode.BROKEN_XML,
                                "a TABLE has more than %d FIELDs".formatted(MOST_COLUMNS),
                                here()));
                    }
                }
                field = null;
            }
            case "TABLE" -> {
                if (table != null) {
                    finish(table);
                }
                table = null;
            }
            case "VOTABLE" -> {
                if (!resource) {
                    throw new Refusal(Diagnostic.error(
                            VotableCode.NO_RESOURCE,
                            "the VOTable has no RESOURCE, so it holds no table"
                                    + (metadata.isEmpty()
                                            ? ""
                                            : "; it says `%s`".formatted(quoted(String.join("; ", metadata.values())))),
                            root));
                }
            }
            default -> {}
        }
        text.setLength(0);
    }

    private void finish(TableDraft draft) {
        if (draft.columns.isEmpty()) {
            draft.columns.addAll(columnsById.getOrDefault(draft.ref, List.of()));
        }
        if (!draft.id.isEmpty()) {
            columnsById.put(draft.id, draft.columns);
        }
        if (draft.columns.isEmpty()) {
            notices.add(note(VotableCode.NO_COLUMNS, "a TABLE without FIELDs was left out", draft.place()));
            return;
        }
        if (draft.remote != null) {
            notices.add(Diagnostic.warning(
                            VotableCode.REMOTE_DATA,
                            "the rows of table `%s` lie at `%s`, which is not fetched"
                                    .formatted(draft.name, draft.remote),
                            draft.place())
                    .helped("fetch them and use a copy that holds its data"));
            return;
        }
        String name = draft.name.isEmpty() || !names.add(draft.name) ? Integer.toString(draft.ordinal + 1) : draft.name;
        names.add(name);
        OptionalLong rows =
                draft.data ? draft.rows < 0 ? OptionalLong.empty() : OptionalLong.of(draft.rows) : OptionalLong.of(0);
        tables.add(new VotableTable(
                draft.ordinal, new SourceTable(name, rows, draft.columns, draft.metadata), draft.notes));
    }

    private Column column(TableDraft draft, FieldDraft drafted) {
        FieldType type = FieldType.of(drafted.datatype, drafted.arraysize);
        if (CellBytes.knows(drafted.datatype, drafted.arraysize)) {
            CellBytes cell = CellBytes.of(drafted.datatype, drafted.arraysize);
            if (type.type() != ColumnType.STRING && cell.of(cell.count()) > CellBytes.MOST) {
                throw new Refusal(Diagnostic.error(
                        VotableCode.BROKEN_DATA,
                        "cells of column `%s` would hold %s values each".formatted(drafted.name, drafted.arraysize),
                        here()));
            }
        }
        if (!type.known()) {
            notices.add(Diagnostic.warning(
                    VotableCode.ODD_COLUMN,
                    "`%s` is no datatype of VOTable; column `%s` is read as text"
                            .formatted(drafted.datatype, drafted.name),
                    here()));
        }
        String wanted = drafted.name.isEmpty() ? "col" + (draft.columns.size() + 1) : drafted.name;
        String name = wanted;
        while (!draft.names.add(name)) {
            name = wanted + "_" + draft.repeats.merge(wanted, 2, (before, first) -> before + 1);
        }
        boolean ascii = drafted.datatype.equals("char");
        if (ascii || !drafted.xtype.isEmpty() || !drafted.utype.isEmpty()) {
            draft.notes.put(name, new FieldNote(emptyToNull(drafted.xtype), emptyToNull(drafted.utype), ascii));
        }
        return new Column(
                name,
                type.type(),
                type.shape(),
                emptyToNull(drafted.unit),
                emptyToNull(drafted.ucd),
                emptyToNull(drafted.description));
    }

    private void describe(String description) {
        if (field != null) {
            field.description = description;
        } else if (infoName == null && !description.isEmpty() && !"GROUP".equals(path.peek())) {
            put("DESCRIPTION", description);
        }
    }

    private void put(String key, String value) {
        SequencedMap<String, String> target = table == null ? metadata : table.metadata;
        if (++entries > MOST_ENTRIES) {
            throw new Refusal(Diagnostic.error(
                    VotableCode.BROKEN_XML,
                    "the file has more than %d PARAMs and INFOs".formatted(MOST_ENTRIES),
                    here()));
        }
        target.merge(
                key,
                value,
                (before, more) ->
                        before.equals(more) || before.length() > LONGEST_TEXT ? before : before + "\n" + more);
    }

    private void report(String name, String value, String message) {
        if (name.equals("QUERY_STATUS") && !value.equals("OK")) {
            notices.add(Diagnostic.warning(
                    VotableCode.REPORTED_ERROR,
                    "the file says of the query that made it `%s`".formatted(quoted((value + " " + message).strip())),
                    here()));
        }
    }

    private Location here() {
        return source.at(line(), character());
    }

    private int line() {
        return locator == null ? 0 : locator.getLineNumber();
    }

    private int character() {
        return locator == null ? 0 : locator.getColumnNumber();
    }

    private static Diagnostic note(VotableCode code, String message, Location place) {
        return new Diagnostic(Severity.NOTE, code, message, place, null, null);
    }

    private static String listed(Attributes attributes) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (!attributes.getLocalName(i).equals("ID")) {
                parts.add(attributes.getLocalName(i) + "=" + attributes.getValue(i));
            }
        }
        return String.join(" ", parts);
    }

    private static String value(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value.strip();
    }

    private static String name(Attributes attributes) {
        String name = value(attributes, "name");
        return name.isEmpty() ? value(attributes, "ID") : name;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A TABLE element not yet at its end. */
    private final class TableDraft {
        final int ordinal;
        final String name;
        final String id;
        final String ref;
        final int line = line();
        final int character = character();
        final List<Column> columns = new ArrayList<>();
        final Set<String> names = new HashSet<>();
        final Map<String, Integer> repeats = new HashMap<>();
        final Map<String, FieldNote> notes = new HashMap<>();
        final SequencedMap<String, String> metadata = new LinkedHashMap<>();

        @Nullable
        String remote;

        boolean data;
        /** Rows of TABLEDATA; below 0 in other serialisations. */
        long rows = -1;

        TableDraft(int ordinal, Attributes attributes) {
            this.ordinal = ordinal;
            this.name = VotableScan.name(attributes);
            this.id = value(attributes, "ID");
            this.ref = value(attributes, "ref");
        }

        Location place() {
            return source.at(line, character);
        }
    }

    /** A FIELD element not yet at its end. */
    private static final class FieldDraft {
        final String name;
        final String datatype;
        final String arraysize;
        final String unit;
        final String ucd;
        final String xtype;
        final String utype;
        String description = "";

        FieldDraft(Attributes attributes) {
            name = VotableScan.name(attributes);
            datatype = value(attributes, "datatype");
            arraysize = value(attributes, "arraysize");
            unit = value(attributes, "unit");
            ucd = value(attributes, "ucd");
            xtype = value(attributes, "xtype");
            utype = value(attributes, "utype");
        }
    }

    private static String quoted(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
