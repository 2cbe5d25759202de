package org.heralddata.app.check;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.heralddata.app.check.VoTable.Field;

/** Simple Cone Search 1.03 of each table that the registry tells of: its columns, a row at its place, its errors. */
record ConesCheck() implements VoCheck {
    static final String STANDARD = "ivo://ivoa.net/std/ConeSearch";
    private static final String PATH = "/scs/";

    @Override
    public CheckCode code() {
        return CheckCode.CONES;
    }

    @Override
    public String name() {
        return "cone searches";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        for (String url : node.harvest().accessUrls(STANDARD)) {
            String base = url.replaceAll("[?&]+$", "");
            found.looked();
            VoTable empty = VoTable.of(node.get(base + "?RA=0&DEC=0&SR=0").good());
            Optional<Field> id = empty.withUcd("ID_MAIN");
            Optional<Field> ra = empty.withUcd("POS_EQ_RA_MAIN");
            Optional<Field> dec = empty.withUcd("POS_EQ_DEC_MAIN");
            if (id.isEmpty() || ra.isEmpty() || dec.isEmpty()) {
                found.add(
                        empty.url(),
                        "SR=0 does not tell the columns ID_MAIN, POS_EQ_RA_MAIN and POS_EQ_DEC_MAIN",
                        "clients cannot plot what they get: report it");
                continue;
            }
            search(
                    node,
                    base,
                    new Names(id.get().name(), ra.get().name(), dec.get().name()),
                    found);
            errors(node, base, found);
        }
    }

    private record Names(String id, String ra, String dec) {}

    private static void search(RemoteNode node, String base, Names names, Findings found)
            throws IOException, InterruptedException {
        String plain = base.substring(base.lastIndexOf(PATH) + PATH.length()).replace('/', '.');
        Optional<String> table = node.tables().written(plain);
        if (table.isEmpty()) {
            found.add(base, "TAP has no table `%s`".formatted(plain), "ingest the collection again");
            return;
        }
        String ra = node.tables().writtenColumn(table.get(), names.ra());
        String dec = node.tables().writtenColumn(table.get(), names.dec());
        String id = node.tables().writtenColumn(table.get(), names.id());
        VoTable rows = node.query("SELECT TOP 1 %s, %s, %s FROM %s WHERE %s IS NOT NULL AND %s IS NOT NULL"
                .formatted(id, ra, dec, table.get(), ra, dec));
        if (rows.rows().isEmpty()) {
            return;
        }
        List<String> row = rows.rows().getFirst();
        String query =
                "?RA=%s&DEC=%s&SR=0.001&VERB=1&MAXREC=1000000&RESPONSEFORMAT=csv".formatted(row.get(1), row.get(2));
        Reply near = node.get(base + query);
        found.require(
                near.status() == 200 && near.text().lines().anyMatch(line -> line.startsWith(row.getFirst())),
                near.url(),
                "the row %s is not found at its own place".formatted(row.getFirst()),
                "are its position and its HEALPix index of the same release? ingest the collection again");
    }

    private static void errors(RemoteNode node, String base, Findings found) throws IOException, InterruptedException {
        Reply reply = node.get(base + "?RA=nowhere&DEC=0&SR=1");
        boolean told;
        try {
            told = Markup.all(Markup.parse(reply), "INFO").stream()
                    .anyMatch(info -> info.getAttribute("name").equals("Error"));
        } catch (Unsound foreign) {
            told = false;
        }
        found.require(
                told,
                reply.url(),
                "a mistake is not told in a VOTable with an INFO named Error",
                "does a proxy put its own page in place of errors?");
    }
}
