package org.heralddata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heralddata.ingest.source.DataPath;
import org.heralddata.ingest.source.SourceFiles;
import org.heralddata.model.descriptor.SourceDescriptor;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources whose files an index lists. */
class GadfIndexIngestTest {
    private static final Column OBS = Column.of("OBS_ID", ColumnType.INT64);
    private static final List<Column> HDU_INDEX = List.of(
            OBS,
            Column.of("HDU_TYPE", ColumnType.STRING),
            Column.of("FILE_DIR", ColumnType.STRING),
            Column.of("FILE_NAME", ColumnType.STRING));

    @TempDir
    Path folder;

    private final FakeFormat format = new FakeFormat();

    @Test
    void takesFilesOfEventsAndTellsOfAbsentOnes() throws IOException {
        make(
                "dl3/hdu-index.fake",
                HDU_INDEX,
                hdu(1, "events", "data", "b"),
                hdu(1, "gti", "data", "g"),
                hdu(2, "EVENTS ", " data", "a"),
                hdu(3, "events", "data", "gone"));
        make("dl3/data/a", List.of(OBS));
        make("dl3/data/b", List.of(OBS));
        SourceFiles found = find("dl3/hdu-index.fake");
        assertThat(found.files()).extracting(DataPath::relative).containsExactly("dl3/data/b", "dl3/data/a");
        assertThat(found.notes())
                .containsExactly("`dl3/hdu-index.fake` names 1 files that are not there and were left out: data/gone");
    }

    @Test
    void takesFilesOfTheObservationsListed() throws IOException {
        make("obs-index.fake", List.of(OBS), Tables.row(2L));
        make("hdu-index.fake", HDU_INDEX, hdu(1, "events", "", "a"), hdu(2, "events", "", "b"));
        make("a", List.of(OBS));
        make("b", List.of(OBS));
        assertThat(find("obs-index.fake").files())
                .extracting(DataPath::relative)
                .containsExactly("b");
    }

    @Test
    void refusesIndexesThatAreOfNoUse() throws IOException {
        assertThat(refused("none.fake")).contains("I001", "there is no index `none.fake`");
        make("obs-index.fake", List.of(OBS), Tables.row(2L));
        assertThat(refused("obs-index.fake")).contains("I013", "no `hdu-index` lies beside it");
        make("hdu-index.fake", HDU_INDEX, hdu(2, "events", "", "b"));
        assertThat(refused("obs-index.fake")).contains("I001", "none of the 1 files");
        make("hdu-index.fake", HDU_INDEX, hdu(2, "gti", "", "b"));
        assertThat(refused("hdu-index.fake")).contains("I013", "lists no files of events");
        make("hdu-index.fake", HDU_INDEX, hdu(2, "events", "../..", "b"));
        assertThat(refused("hdu-index.fake")).contains("I013", "leads out of the data folder");
        make("hdu-index.fake", List.of(Column.of("x", ColumnType.INT64)));
        assertThat(refused("hdu-index.fake")).contains("I013", "no column `FILE_NAME` or `OBS_ID`");
    }

    private SourceFiles find(String index) throws IOException {
        return SourceFiles.find(new SourceDescriptor(List.of(), index, null, null, Map.of()), folder, format.formats());
    }

    private String refused(String index) {
        Refusal refusal = Objects.requireNonNull(catchThrowableOfType(Refusal.class, () -> find(index)));
        return DiagnosticText.render(refusal.diagnostics());
    }

    private static List<@Nullable Object> hdu(long obs, String type, String dir, String name) {
        return Tables.row(obs, type, dir, name);
    }

    @SafeVarargs
    private void make(String name, List<Column> columns, List<@Nullable Object>... rows) throws IOException {
        List<List<@Nullable Object>> all = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            all.add(row);
        }
        format.write(folder.resolve(name), new LinkedHashMap<>(), columns, all);
    }
}
