package org.heralddata.app.check;

import java.io.IOException;
import java.util.List;
import org.heralddata.app.check.TapTables.Column;

/** The mandatory columns of {@code ivoa.obscore} with their units and UCDs (ObsCore 1.1, Table 6), and rows in it. */
record ObsCoreCheck() implements VoCheck {
    private static final String TABLE = "ivoa.obscore";

    /** Name, unit, UCD. */
    private static final List<List<String>> MANDATORY = List.of(
            List.of("dataproduct_type", "", "meta.code.class"),
            List.of("calib_level", "", "meta.code;obs.calib"),
            List.of("obs_collection", "", "meta.id"),
            List.of("obs_id", "", "meta.id"),
            List.of("obs_publisher_did", "", "meta.ref.ivoid"),
            List.of("access_url", "", "meta.ref.url"),
            List.of("access_format", "", "meta.code.mime"),
            List.of("access_estsize", "kbyte", "phys.size;meta.file"),
            List.of("target_name", "", "meta.id;src"),
            List.of("s_ra", "deg", "pos.eq.ra"),
            List.of("s_dec", "deg", "pos.eq.dec"),
            List.of("s_fov", "deg", "phys.angSize;instr.fov"),
            List.of("s_region", "", "pos.outline;obs.field"),
            List.of("s_resolution", "arcsec", "pos.angResolution"),
            List.of("s_xel1", "", "meta.number"),
            List.of("s_xel2", "", "meta.number"),
            List.of("t_min", "d", "time.start;obs.exposure"),
            List.of("t_max", "d", "time.end;obs.exposure"),
            List.of("t_exptime", "s", "time.duration;obs.exposure"),
            List.of("t_resolution", "s", "time.resolution"),
            List.of("t_xel", "", "meta.number"),
            List.of("em_min", "m", "em.wl;stat.min"),
            List.of("em_max", "m", "em.wl;stat.max"),
            List.of("em_res_power", "", "spect.resolution"),
            List.of("em_xel", "", "meta.number"),
            List.of("o_ucd", "", "meta.ucd"),
            List.of("pol_states", "", "meta.code;phys.polarization"),
            List.of("pol_xel", "", "meta.number"),
            List.of("facility_name", "", "meta.id;instr.tel"),
            List.of("instrument_name", "", "meta.id;instr"));

    @Override
    public CheckCode code() {
        return CheckCode.OBSCORE;
    }

    @Override
    public String name() {
        return "ObsCore";
    }

    @Override
    public void run(RemoteNode node, Findings found) throws IOException, InterruptedException {
        List<Column> columns = node.tables().columns().get(TABLE);
        if (columns == null) {
            throw new Unsound(node.url() + "/tap/tables", "there is no table ivoa.obscore");
        }
        for (List<String> wanted : MANDATORY) {
            found.looked();
            String name = wanted.getFirst();
            List<Column> there =
                    columns.stream().filter(c -> c.plain().equals(name)).toList();
            if (there.isEmpty()) {
                found.add(
                        node.url() + "/tap/tables/" + TABLE,
                        "the mandatory column `%s` is missing".formatted(name),
                        "report it: clients ask for it");
            } else {
                Column column = there.getFirst();
                found.require(
                        column.unit().equals(wanted.get(1)) && column.ucd().equalsIgnoreCase(wanted.get(2)),
                        node.url() + "/tap/tables/" + TABLE,
                        "`%s` has unit `%s` and UCD `%s` instead of `%s` and `%s`"
                                .formatted(name, column.unit(), column.ucd(), wanted.get(1), wanted.get(2)),
                        "report it: clients rely on both");
            }
        }
        VoTable rows = node.query("SELECT obs_publisher_did FROM " + TABLE);
        for (String collection : node.tables().collections()) {
            found.require(
                    rows.rows().stream().anyMatch(row -> row.getFirst().contains("/" + collection + "?")),
                    rows.url(),
                    "the collection `%s` has no row in ivoa.obscore".formatted(collection),
                    "restart the server; if it stays so report it");
        }
    }
}
