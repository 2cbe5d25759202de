package org.heralddata.formats.votable.write;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.FieldNote;
import org.heralddata.spi.TableHeader;
import org.jspecify.annotations.Nullable;

/** Composes what stands before the rows. */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder services = new StringBuilder();
    private final Set<String> ids = new HashSet<>(Set.of("icrs", "utc"));

    private final Serialization serialization;
    private final Map<String, FieldNote> notes;

    private Markup(Serialization serialization, Map<String, FieldNote> notes) {
        this.serialization = serialization;
        this.notes = notes;
    }

    /**
     * What stands around the rows.
     *
     * @param services resources that describe services of columns; empty if there are none
     */
    record Frame(String before, Serialization serialization, String services) {

        /** @param cut whether rows are left out (DALI 1.1, section 4.4.1) */
        String after(boolean cut) {
            return after(cut ? "<INFO name=\"QUERY_STATUS\" value=\"OVERFLOW\"/>\n" : "");
        }

        /** The end of a table whose rows could not all be had. */
        String afterFailure(String message) {
            var info = new StringBuilder("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">");
            escape(message, info);
            return after(info.append("</INFO>\n").toString());
        }

        private String after(String info) {
            return serialization.after() + "</DATA>\n</TABLE>\n" + info + "</RESOURCE>\n" + services + "</VOTABLE>\n";
        }
    }

    static Frame frame(TableHeader header, Serialization serialization, Map<String, FieldNote> notes) {
        Markup markup = new Markup(serialization, notes);
        markup.document(header);
        return new Frame(markup.out.toString(), serialization, markup.services.toString());
    }

    /** DataLink 1.1, section 4: clients ask the service for the links of each row. */
    private void describe(String links, String id) {
        services.append(
                        "<RESOURCE type=\"meta\" utype=\"adhoc:service\">\n<DESCRIPTION>All that belongs to a row</DESCRIPTION>\n")
                .append(
                        "<PARAM name=\"standardID\" datatype=\"char\" arraysize=\"*\" value=\"ivo://ivoa.net/std/DataLink#links-1.1\"/>\n")
                .append("<PARAM name=\"accessURL\" datatype=\"char\" arraysize=\"*\" value=\"")
                .append(escaped(links))
                .append("\"/>\n<GROUP name=\"inputParams\">\n")
                .append(
                        "<PARAM name=\"ID\" datatype=\"char\" arraysize=\"*\" ucd=\"meta.id;meta.main\" value=\"\" ref=\"")
                .append(id)
                .append("\"/>\n</GROUP>\n</RESOURCE>\n");
    }

    private void document(TableHeader header) {
        List<Column> columns = header.columns();
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\">\n");
        out.append("<RESOURCE type=\"results\">\n");
        info("QUERY_STATUS", "OK");
        for (Map.Entry<String, String> entry : header.metadata().entrySet()) {
            info(entry.getKey(), entry.getValue());
        }
        if (columns.stream().anyMatch(Markup::isEquatorial)) {
            out.append("<COOSYS ID=\"icrs\" system=\"ICRS\"/>\n");
        }
        if (columns.stream().anyMatch(c -> c.type() == ColumnType.TIMESTAMP)) {
            out.append("<TIMESYS ID=\"utc\" timescale=\"UTC\" refposition=\"UNKNOWN\"/>\n");
        }
        out.append("<TABLE");
        attribute("name", header.name());
        header.rows().ifPresent(rows -> attribute("nrows", Long.toString(rows)));
        out.append(">\n");
        description(header.description());
        columns.forEach(this::field);
        out.append("<DATA>\n").append(serialization.before());
    }

    private void info(String name, String value) {
        out.append("<INFO");
        attribute("name", name);
        out.append(" value=\"").append(escaped(value)).append("\"/>\n"); // needed, even where empty
    }

    private void field(Column column) {
        FieldNote note = notes.get(column.name());
        Datatype type = serialization.datatype(column, note);
        out.append("<FIELD");
        attribute("name", column.name());
        String id = id(column.name());
        attribute("ID", id);
        if (note != null && note.links() != null) {
            describe(note.links(), id);
        }
        attribute("datatype", type.name());
        attribute("arraysize", type.arraysize(column));
        attribute("xtype", note != null && note.xtype() != null ? note.xtype() : Datatype.xtype(column));
        attribute("unit", column.unit());
        attribute("ucd", column.ucd());
        attribute("utype", note == null ? null : note.utype());
        if (isEquatorial(column)) {
            attribute("ref", "icrs");
        } else if (column.type() == ColumnType.TIMESTAMP) {
            attribute("ref", "utc");
        }
        boolean marked = type.encoding() == Datatype.Encoding.INTEGER
                && (serialization == Serialization.BINARY || !column.shape().isScalar());
        if (column.description() == null && !marked) {
            out.append("/>\n");
            return;
        }
        out.append(">\n");
        description(column.description());
        if (marked) {
            out.append("<VALUES null=\"").append(type.marker()).append("\"/>\n");
        }
        out.append("</FIELD>\n");
    }

    private void description(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            out.append("<DESCRIPTION>").append(escaped(text)).append("</DESCRIPTION>\n");
        }
    }

    private void attribute(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        }
    }

    private static boolean isEquatorial(Column column) {
        return column.ucd() != null
                && (column.ucd().startsWith("pos.eq.") || column.ucd().startsWith("POS_EQ_"));
    }

    /** An XML name made of a column's, unlike all before. */
    private String id(String name) {
        String base = name.replaceAll("[^A-Za-z0-9_.-]", "_");
        base = base.isEmpty() || !Character.isLetter(base.charAt(0)) ? "_" + base : base;
        String id = base;
        for (int i = 2; !ids.add(id.toLowerCase(Locale.ROOT)); i++) {
            id = base + "_" + i;
        }
        return id;
    }

    /** For text and for attributes, whose white space would else become blanks; what XML cannot hold becomes U+FFFD. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        escape(text, escaped);
        return escaped.toString();
    }

    static void escape(String text, StringBuilder escaped) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t', '\r' -> escaped.append("&#").append(c).append(';');
                default ->
                    escaped.appendCodePoint(
                            c < ' ' || (c >= 0xd800 && c < 0xe000) || c == 0xfffe || c == 0xffff ? 0xfffd : c);
            }
        });
    }
}
