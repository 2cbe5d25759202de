package org.heralddata.app.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A small VOTable, its rows as TABLEDATA.
 *
 * @param status the last QUERY_STATUS; empty if none is told
 */
record VoTable(String url, List<Field> fields, List<List<String>> rows, String status) {

    record Field(String name, String datatype, String arraysize, String xtype, String unit, String ucd, String utype) {}

    static VoTable of(Reply reply) throws IOException {
        Element root = Markup.parse(reply);
        if (!"VOTABLE".equals(root.getLocalName())) {
            throw new Unsound(reply.url(), "the answer is no VOTable but `%s`".formatted(root.getLocalName()));
        }
        String status = "";
        for (Element info : Markup.all(root, "INFO")) {
            if (info.getAttribute("name").equals("QUERY_STATUS")) {
                status = info.getAttribute("value");
            }
        }
        List<Element> tables = Markup.all(root, "TABLE");
        var fields = new ArrayList<Field>();
        var rows = new ArrayList<List<String>>();
        if (!tables.isEmpty()) {
            Markup.children(tables.getFirst(), "FIELD").forEach(field -> fields.add(field(field)));
            for (Element row : Markup.all(tables.getFirst(), "TR")) {
                rows.add(Markup.children(row, "TD").stream()
                        .map(cell -> cell.getTextContent().strip())
                        .toList());
            }
        }
        return new VoTable(reply.url(), fields, rows, status);
    }

    private static Field field(Element field) {
        return new Field(
                field.getAttribute("name"),
                field.getAttribute("datatype"),
                field.getAttribute("arraysize"),
                field.getAttribute("xtype"),
                field.getAttribute("unit"),
                field.getAttribute("ucd"),
                field.getAttribute("utype"));
    }

    /** Index of a column, in any case; -1 if there is none. */
    int index(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    /** A cell; empty if there is none. */
    String cell(List<String> row, String name) {
        int i = index(name);
        return i < 0 || i >= row.size() ? "" : row.get(i);
    }

    Optional<Field> withUcd(String ucd) {
        return fields.stream().filter(f -> f.ucd().equals(ucd)).findFirst();
    }
}
