package org.heralddata.formats.corsika;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.heralddata.model.table.Column;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableFile;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.Sums;
import org.junit.jupiter.api.Test;

/** Every sample has the rows and sums that corsikaio finds; the HiSPARC shower those of SAPPHiRE's HDF5 copy. */
class CorsikaioAgreementTest {
    private static final Map<String, String> SAMPLES = new LinkedHashMap<>();

    static {
        SAMPLES.put("corsika74100", "photons");
        SAMPLES.put("corsika757_particle", "particles");
        SAMPLES.put("corsika75700", "photons");
        SAMPLES.put("corsika75700.zst", "photons");
        SAMPLES.put("cer_corsika76900_thin", "thin-photons");
        SAMPLES.put("km3net/DAT000001", "particles");
        SAMPLES.put("hisparc/3_4/DAT000000", "thin-particles");
        SAMPLES.put("corsika_77500_particle_vertical.long", "long");
    }

    @Test
    void sumsAreThoseOfCorsikaioAndSapphire() throws IOException {
        List<Object> arguments = new ArrayList<>();
        arguments.add(DatTable.EVENTS.columns().stream().map(Column::name).collect(Collectors.joining(",")));
        SAMPLES.forEach((name, kind) -> arguments.add(SharedData.file("corsika/" + name) + "=" + kind));
        Path copy = SharedData.file("corsika/hisparc/3_4/corsika.h5");
        arguments.add(copy + "=h5");
        List<String> told = Oracle.python("corsikaio", "h5py", "zstandard")
                .run(script(), arguments.toArray())
                .lines()
                .toList();
        for (String name : SAMPLES.keySet()) {
            compare(SharedData.file("corsika/" + name), told, SharedData.file("corsika/" + name));
        }
        compare(SharedData.file("corsika/hisparc/3_4/DAT000000"), told, copy);
    }

    private static void compare(Path ours, List<String> told, Path theirs) throws IOException {
        try (TableFile file = new CorsikaTableReader().open(ours, ReadOptions.NONE)) {
            String start = theirs + " ";
            List<String> lines = told.stream()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .toList();
            Sums.compare(Sums.of(file), lines, 1e-6);
        }
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(CorsikaioAgreementTest.class.getResourceAsStream("sums.py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
