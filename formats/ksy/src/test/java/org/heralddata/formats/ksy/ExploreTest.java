package org.heralddata.formats.ksy;

import java.util.List;
import java.util.Map;
import java.nio.file.Path;
import org.heralddata.spi.*;
import org.heralddata.testkit.*;
import org.heralddata.model.diagnostic.*;
import org.junit.jupiter.api.Test;

class ExploreTest {
    @Test
    void explore() throws Exception {
        show("xia-pixie4e/pixie4e.ksy", "xia-pixie4e/LaBr_Na22coinc_attn8_500fast_0148_xsmall.b00");
        show("det-lab/scdms_v8.ksy", "det-lab/scdms_raw.bin");
        show("det-lab/scdms_v1.ksy", "det-lab/scdms_raw.bin");
        show("det-lab/scdms.ksy", "det-lab/scdms_raw.bin");
        show("det-lab/midas.ksy", "det-lab/51230216_125838_F0001.mid.gz");
        show("det-lab/animal_stats.ksy", "det-lab/animal_stats.bin");
        show("det-lab/animal_colony.ksy", "det-lab/animal_raw");
        show("det-lab/int_float_test.ksy", "det-lab/int_float.bin");
        show("det-lab/null_terminator_parser.ksy", "det-lab/null_terminated_strings.bin");
        show("det-lab/small_param_test.ksy", "det-lab/kv_pairs_data.bin");
        show("det-lab/parametric_parser.ksy", "det-lab/record_datatest.bin");
        show("det-lab/wave_parser.ksy", "det-lab/scdms_raw.bin");
    }

    static void show(String ksy, String data) throws Exception {
        System.out.println("=== " + ksy + " " + data);
        String name = SharedData.file("binary-ksy/" + ksy).toString();
        Map<String, String> o = ksy.contains("parametric") ? Map.of("ksy", name, "arguments", "2") : Map.of("ksy", name);
        try (TableFile file = new KsyTableReader().open(SharedData.file("binary-ksy/" + data), new ReadOptions(o))) {
            System.out.println(file.metadata());
            for (SourceTable t : file.tables()) {
                System.out.println("-- " + t.name() + " " + t.metadata() + " " + t.columns().size() + " columns");
                t.columns().stream().limit(60).forEach(c -> System.out.print(c.name() + ":" + c.type().label() + c.shape() + " "));
                System.out.println();
                try {
                    List<?> rows = Tables.read(file, t.name());
                    System.out.println(rows.size() + " rows");
                    if (!rows.isEmpty()) System.out.println(cut(rows.getFirst()) + "\n" + cut(rows.getLast()));
                } catch (Refusal r) {
                    System.out.println(DiagnosticText.render(r.diagnostics()));
                }
            }
            System.out.print(DiagnosticText.render(file.notices()));
        } catch (Refusal r) {
            System.out.println(DiagnosticText.render(r.diagnostics()));
        }
    }
    static String cut(Object o) { String s = o.toString(); return s.length() > 500 ? s.substring(0, 500) : s; }
}
