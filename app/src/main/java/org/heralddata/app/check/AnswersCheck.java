package org.heralddata.app.check;

import java.io.IOException;
import java.util.List;
import org.heralddata.app.check.TapTables.Column;
import org.heralddata.app.check.VoTable.Field;

/** The first row of each table: its fields are those that TAP_SCHEMA declares. */
record AnswersCheck() implements VoCheck {
    private static final String HELP = "the table and its description do not fit: ingest the collection again";

    @Override
    public CheckCode code() {
        return CheckCode.ANSWERS;
    }

    @Override
    public String name() {
        return "the first row of each table";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        for (var table : node.tables().columns().sequencedEntrySet()) {
            String adql = "SELECT TOP 1 * FROM " + table.getKey();
            Reply reply = node.sync("RESPONSEFORMAT=votable/td", "QUERY=" + adql);
            found.looked();
            if (reply.status() != 200) {
                found.add(reply.url(), "`%s` has the status %d".formatted(adql, reply.status()), HELP);
                continue;
            }
            VoTable answer = VoTable.of(reply);
            found.require(
                    !answer.status().equals("ERROR"), reply.url(), "`%s` ends with an error".formatted(adql), HELP);
            compare(table.getKey(), table.getValue(), answer, found);
        }
    }

    private static void compare(String table, List<Column> declared, VoTable answer, Findings found) {
        found.require(
                declared.size() == answer.fields().size(),
                answer.url(),
                "`%s` answers with %d columns and declares %d"
                        .formatted(table, answer.fields().size(), declared.size()),
                HELP);
        for (Column column : declared) {
            int i = answer.index(column.plain());
            if (i < 0) {
                found.add(answer.url(), "`%s` answers without its column `%s`".formatted(table, column.name()), HELP);
                continue;
            }
            Field field = answer.fields().get(i);
            String told = String.join(
                    " ", field.datatype(), "[" + field.arraysize() + "]", field.xtype(), field.unit(), field.ucd());
            String expected = String.join(
                    " ",
                    column.datatype(),
                    "[" + column.arraysize() + "]",
                    column.xtype(),
                    column.unit(),
                    column.ucd());
            found.require(
                    told.equals(expected),
                    answer.url(),
                    "column `%s` of `%s` is declared as `%s` and answers as `%s`"
                            .formatted(column.name(), table, expected.strip(), told.strip()),
                    HELP);
        }
    }
}
