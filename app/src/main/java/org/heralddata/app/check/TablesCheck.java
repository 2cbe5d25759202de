package org.heralddata.app.check;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.heralddata.app.check.TapTables.Column;
import org.w3c.dom.Element;

/** VOSI 1.1, section 5, against TAP_SCHEMA (TAP 1.1, section 4): the same tables, the same columns. */
record TablesCheck() implements VoCheck {
    private static final String HELP = "restart the server; if it stays so report it, clients see one or the other";

    @Override
    public CheckCode code() {
        return CheckCode.TABLES;
    }

    @Override
    public String name() {
        return "VOSI tables and TAP_SCHEMA";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        Reply reply = node.get("/tap/tables").good();
        XmlSchemas.check(reply, found);
        SequencedMap<String, SequencedMap<String, String>> told = told(Markup.parse(reply));
        SequencedMap<String, List<Column>> schema = node.tables().columns();
        schema.forEach((table, columns) -> {
            found.looked();
            Map<String, String> there = told.get(table);
            if (there == null) {
                found.add(reply.url(), "`%s` is in tap_schema.tables only".formatted(table), HELP);
                return;
            }
            for (Column column : columns) {
                String expected = String.join(
                        " ",
                        column.datatype(),
                        "[" + column.arraysize() + "]",
                        column.xtype(),
                        column.unit(),
                        column.ucd());
                String described = there.get(column.name());
                found.require(
                        expected.equals(described),
                        reply.url(),
                        "column `%s` of `%s` is `%s` in tap_schema.columns, here %s"
                                .formatted(
                                        column.name(),
                                        table,
                                        expected.strip(),
                                        described == null ? "absent" : "`" + described.strip() + "`"),
                        HELP);
            }
            found.require(
                    there.size() == columns.size(),
                    reply.url(),
                    "`%s` has %d columns here, %d in tap_schema.columns".formatted(table, there.size(), columns.size()),
                    HELP);
        });
        told.keySet().stream()
                .filter(table -> !schema.containsKey(table))
                .forEach(table -> found.add(reply.url(), "`%s` is not in tap_schema.tables".formatted(table), HELP));
    }

    /** What each column is said to be, by table and column. */
    private static SequencedMap<String, SequencedMap<String, String>> told(Element root) {
        SequencedMap<String, SequencedMap<String, String>> told = new LinkedHashMap<>();
        for (Element table : Markup.all(root, "table")) {
            SequencedMap<String, String> columns = new LinkedHashMap<>();
            for (Element column : Markup.children(table, "column")) {
                List<Element> type = Markup.children(column, "dataType");
                Element first = type.isEmpty() ? column : type.getFirst();
                columns.put(
                        Markup.text(column, "name"),
                        String.join(
                                " ",
                                Markup.text(column, "dataType"),
                                "[" + first.getAttribute("arraysize") + "]",
                                first.getAttribute("extendedType"),
                                Markup.text(column, "unit"),
                                Markup.text(column, "ucd")));
            }
            told.put(Markup.text(table, "name"), columns);
        }
        return told;
    }
}
