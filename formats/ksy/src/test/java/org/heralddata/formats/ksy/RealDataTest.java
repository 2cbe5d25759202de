package org.heralddata.formats.ksy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.model.table.Column;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.Tables;
import org.junit.jupiter.api.Test;

/** Files of real experiments, against readings of their own in Python (struct) that know nothing of descriptions. */
class RealDataTest {
    private static final String FOLDER = "binary-ksy/";

    @Test
    void pixie4eEventsAreThoseThatPythonReads() throws IOException {
        String data = "xia-pixie4e/LaBr_Na22coinc_attn8_500fast_0148_xsmall.b00";
        String expected = Oracle.python("struct").run("""
                import struct, sys
                d = open(sys.argv[1], 'rb').read()
                blk = struct.unpack_from('<H', d, 0)[0]
                p, end = 64, len(d) - 64
                while p < end:
                    h = struct.unpack_from('<12H', d, p)
                    n = 2 * h[2] * blk
                    trace = d[p + 64:p + 64 + n]
                    t = h[4] + (h[5] << 16) + (h[6] << 32)
                    print(h[0], h[1], h[2], h[8], h[9], t, sum(trace), len(trace))
                    p += 64 + n
                """, SharedData.file(FOLDER + data));
        var lines = new ArrayList<String>();
        try (TableFile file = open(data, "xia-pixie4e/pixie4e.ksy")) {
            assertThat(file.metadata())
                    .containsEntry("file_header.blk_size", "32")
                    .containsEntry("file_footer.num_trace_blks", "8");
            for (List<?> row : Tables.read(
                    file,
                    "events/elements",
                    "header.evt_pattern",
                    "header.evt_info",
                    "header.num_trace_blks",
                    "header.energy",
                    "header.chan_no",
                    "header.timestamp_full",
                    "data")) {
                String trace = String.valueOf(row.get(6));
                lines.add(words(row.subList(0, 6)) + " " + sumOfBytes(trace) + " " + trace.length() / 2);
            }
        }
        assertThat(lines).hasSize(100);
        assertThat(String.join("\n", lines)).isEqualTo(expected);
    }

    @Test
    void superCdmsChannelsAreThoseThatPythonReads() throws IOException {
        String expected = Oracle.python("struct").run("""
                import struct, sys
                d = open(sys.argv[1], 'rb').read()
                u = lambda p, n=1: struct.unpack_from('<%dI' % n, d, p)
                p = 4
                for trigger in range(u(0)[0] & 0xfff):
                    primitives = u(p, 8)[6] & 0x0fffffff
                    p += 32 + 24 * primitives
                    detectors = u(p)[0] & 0x0fffffff
                    p += 4
                    for detector in range(detectors):
                        det_id = (u(p)[0] & 0x3fc) >> 2
                        channels = u(p + 8 + 8)[0] & 0x0fffffff
                        p += 20
                        for channel in range(channels):
                            packed, pre, on, post = u(p, 4)
                            samples = struct.unpack_from('<%dH' % (pre + on + post), d, p + 20)
                            print((packed & 0x3c) >> 2, packed & 3, on, len(samples), sum(samples), samples[-1], det_id)
                            p += 20 + 2 * len(samples)
                """, SharedData.file(FOLDER + "det-lab/scdms_raw.bin"));
        var lines = new ArrayList<String>();
        try (TableFile file = open("det-lab/scdms_raw.bin", "det-lab/scdms.ksy", "outer", "true")) {
            assertThat(file.tables())
                    .extracting(SourceTable::name)
                    .containsExactly(
                            "n_triggers",
                            "n_triggers/n_primitives",
                            "n_triggers/n_detectors",
                            "n_triggers/n_detectors/n_channels");
            for (List<?> row : Tables.read(
                    file,
                    "n_triggers/n_detectors/n_channels",
                    "ch_num",
                    "ch_type",
                    "n_on_pulse_samples",
                    "sample",
                    "n_triggers.n_detectors.detector_meta.det_id")) {
                List<?> samples = (List<?>) row.get(3);
                long sum = samples.stream()
                        .mapToLong(s -> ((Number) s).longValue())
                        .sum();
                lines.add("%s %d %d %s %s"
                        .formatted(words(row.subList(0, 3)), samples.size(), sum, samples.getLast(), row.get(4)));
            }
        }
        assertThat(lines).hasSize(16);
        assertThat(String.join("\n", lines)).isEqualTo(expected);
    }

    @Test
    void midasBanksOfAGzipFileAreThoseThatPythonReads() throws IOException {
        String expected = Oracle.python("struct", "gzip")
                .run("""
                import gzip, struct, sys
                d = gzip.open(sys.argv[1]).read()
                p = 16 + struct.unpack_from('<I', d, 12)[0]
                while p + 16 <= len(d):
                    event, mask, serial, time, size = struct.unpack_from('<HHIII', d, p)
                    q = p + 24
                    while q < p + 16 + size:
                        bank, kind, length = struct.unpack_from('<4sII', d, q)
                        print(event, serial, time, bank.decode(), kind, length)
                        q += 12 + (length + 7) // 8 * 8
                        break
                    p += 16 + size
                """, SharedData.file(FOLDER + "det-lab/51230216_125838_F0001.mid.gz"));
        var lines = new ArrayList<String>();
        try (TableFile file = open("det-lab/51230216_125838_F0001.mid.gz", "det-lab/scdms_v8.ksy")) {
            for (List<?> row : Tables.read(
                    file,
                    "entry",
                    "midas_hdr.evt_id",
                    "midas_hdr.serial_number",
                    "midas_hdr.time_stamp",
                    "midas_hdr.bank_name",
                    "midas_hdr.type",
                    "midas_hdr.bank_size")) {
                if (row.get(3).equals("SCD0")) {
                    lines.add(words(row));
                }
            }
            assertThat(Tables.read(file, "entry/scdms_data/trigger_blk/detector_blk/channel_blk"))
                    .hasSize(24);
        }
        assertThat(String.join("\n", lines)).isEqualTo(expected);
    }

    @Test
    void smallFilesOfTheSameAuthorsRead() throws IOException {
        try (TableFile file = open("det-lab/animal_raw", "det-lab/animal_stats.ksy")) {
            String expected = Oracle.python("struct").run("""
                    import struct, sys
                    d = open(sys.argv[1], 'rb').read()
                    p = 0
                    while p < len(d):
                        n = d[p]
                        print(n, d[p + 1:p + 1 + n].decode(), *struct.unpack_from('<BH', d, p + 1 + n))
                        p += 4 + n
                    """, SharedData.file(FOLDER + "det-lab/animal_raw"));
            assertThat(Tables.read(file, "entry").stream()
                            .map(RealDataTest::words)
                            .collect(Collectors.joining("\n")))
                    .isEqualTo(expected);
        }
        try (TableFile file = open("det-lab/animal_stats.bin", "det-lab/animal_colony.ksy")) {
            assertThat(Tables.read(file, "animal_entry", "legs", "lifespan").getFirst())
                    .isEqualTo(Tables.row(4L, 12.3));
        }
        try (TableFile file = open("det-lab/int_float.bin", "det-lab/int_float_test.ksy")) {
            assertThat(Tables.columns(file, "data_entry"))
                    .extracting(Column::name)
                    .containsExactly("entries.int_field", "entries.float_field");
            assertThat(Tables.read(file, "data_entry")).hasSize(8);
        }
        try (TableFile file = open("det-lab/null_terminated_strings.bin", "det-lab/null_terminator_parser.ksy")) {
            assertThat(Tables.read(file, "strings"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row).hasSize(1));
        }
        try (TableFile file = open("det-lab/kv_pairs_data.bin", "det-lab/parametric_parser.ksy")) {
            assertThat(file.tables()).extracting(SourceTable::name).containsExactly("short_pairs", "long_pairs");
            assertThat(Tables.read(file, "short_pairs")).hasSize(256);
            assertThat(Tables.read(file, "long_pairs")).hasSize(256);
        }
        try (TableFile file = open("det-lab/record_datatest.bin", "det-lab/small_param_test.ksy", "arguments", "2")) {
            assertThat(Tables.read(file, "records")).hasSize(2);
        }
    }

    @Test
    void aDescriptionThatDoesNotFitTheDataIsToldNotBelieved() throws IOException {
        try (TableFile file = open("det-lab/scdms_raw.bin", "det-lab/scdms_v8.ksy")) {
            Diagnostics.assertRefusal(() -> Tables.read(file, "entry"), "F773", "entry[0]", "bytes available");
        }
        Diagnostics.assertRefusal(
                () -> open("det-lab/scdms_raw.bin", "det-lab/scdms_v1.ksy").close(), "F760", "scdms_v1.ksy:114:7");
    }

    private static TableFile open(String data, String ksy, String... options) throws IOException {
        return Samples.open(SharedData.file(FOLDER + data), SharedData.file(FOLDER + ksy), options);
    }

    private static String words(List<?> row) {
        return row.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static long sumOfBytes(String hex) {
        long sum = 0;
        for (int i = 0; i < hex.length(); i += 2) {
            sum += Integer.parseInt(hex, i, i + 2, 16);
        }
        return sum;
    }
}
