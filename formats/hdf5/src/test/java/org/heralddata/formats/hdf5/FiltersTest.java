package org.heralddata.formats.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.heralddata.spi.SourceTable;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever filter the C library and its plugins packed the values with, they come out as they went in. */
final class FiltersTest {
    @TempDir
    private Path folder;

    @Test
    void undoesTheFiltersOfTheCLibraryAndItsPlugins() throws IOException {
        Path path = folder.resolve("filtered.h5");
        Oracle.python("h5py", "numpy", "hdf5plugin").run(H5pyAgreementTest.script("filtered.py"), path);
        try (Hdf5TableFile file = Hdf5TableFile.open(path)) {
            assertThat(file.notices()).isEmpty();
            List<String> names = file.tables().stream().map(SourceTable::name).toList();
            assertThat(names).hasSizeGreaterThanOrEqualTo(27).contains("/blosc_blosclz_byte", "/scaleoffset", "/nbit");
            for (String column : List.of("i", "f", "s")) {
                List<List<@Nullable Object>> plain = Tables.read(file, "/plain", column);
                for (SourceTable table : file.tables()) {
                    if (table.columns().stream().noneMatch(c -> c.name().equals(column))) {
                        continue;
                    }
                    List<List<@Nullable Object>> read = Tables.read(file, table.name(), column);
                    assertThat(read).as("rows of %s", table.name()).hasSameSizeAs(plain);
                    for (int r = 0; r < read.size(); r++) {
                        double value = ((Number) read.get(r).getFirst()).doubleValue();
                        double wanted = ((Number) plain.get(r).getFirst()).doubleValue();
                        if (Math.abs(value - wanted) > 1e-12) {
                            assertThat(value)
                                    .as("row %d of %s of %s", r, column, table.name())
                                    .isCloseTo(wanted, within(1e-12));
                        }
                    }
                }
            }
        }
    }
}
