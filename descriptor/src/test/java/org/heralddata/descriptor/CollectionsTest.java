package org.heralddata.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.descriptor.ColumnDescriptor;
import org.heralddata.model.descriptor.ColumnSource;
import org.heralddata.model.descriptor.TableDescriptor;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.table.Batch;
import org.heralddata.model.unit.Unit;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.ProjectRoot;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CollectionsTest {
    private static final Formats FORMATS = Formats.installed();

    static List<String> all() throws IOException {
        try (Stream<Path> folders = Files.list(ProjectRoot.path().resolve("collections"))) {
            return folders.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasNothingToMend(String id) {
        ParsedDescriptor parsed = Descriptors.read(ProjectRoot.path().resolve("collections/" + id), Set.of());
        assertThat(DiagnosticText.render(parsed.diagnostics())).isEmpty();
        assertThat(parsed.orRefuse().about().id().value()).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysWhatEveryColumnIs(String id) {
        assertThat(load(id).tables())
                .allSatisfy(table -> assertThat(columns(table)).allSatisfy(column -> {
                    assertThat(column.ucd().words()).as(column.name()).isNotEmpty();
                    assertThat(column.description()).as(column.name()).isNotEmpty();
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "hess-dl3-dr1, gamma-dl3/hess-dl3-dr1, 8, 73723",
        "fermi-lat-crab, gamma-dl3/joint-crab-repo, 1, 10441",
        "hawc-crab, gamma-dl3/hawc, 2, 731",
        "fact-crab, gamma-dl3/joint-crab-repo/fact, 0, 8733",
        "km3net-orca, km3net/hdf5, 1, 6968",
        "kcdc-tutorial, kascade/kcdc-tutorial, 1, 5150",
        "hisparc-kascade, kascade/hisparc-kascade, 1, 10",
        "icecube-ic40, icecube, 1, 12876",
        "amanda-7yr, icecube, 1, 6595",
        "magic-uci, magic-ml, 1, 19020",
        "icecube-hese, icecube, 1, 102",
    })
    void describesTheRealFiles(String id, String folder, int files, long rows) throws IOException {
        long read = 0;
        for (TableDescriptor table : load(id).tables()) {
            List<Path> found = files(table, SharedData.file(folder));
            assertThat(found).isNotEmpty();
            if (files > 0) {
                assertThat(found).hasSize(files);
            }
            for (Path file : found) {
                read += describes(table, file);
            }
        }
        assertThat(read).isEqualTo(rows);
    }

    private static long describes(TableDescriptor table, Path file) throws IOException {
        TableReader reader = table.source().format() == null
                ? FORMATS.recognise(file).orElseThrow()
                : FORMATS.reader(table.source().format()).orElseThrow();
        try (TableFile open = reader.open(file, new ReadOptions(table.source().options()))) {
            String name = table.source().table();
            SourceTable source = open.tables().stream()
                    .filter(t -> name == null || t.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            Set<String> names =
                    source.columns().stream().map(c -> c.name()).collect(Collectors.toCollection(TreeSet::new));
            for (ColumnDescriptor column : columns(table)) {
                switch (column.source()) {
                    case ColumnSource.FileColumn(var wanted) -> {
                        assertThat(names).as(file.toString()).contains(wanted);
                        agrees(column, source, wanted);
                    }
                    case ColumnSource.Metadata(var key) ->
                        assertThat(source.metadata()).containsKey(key);
                    case ColumnSource.FileName(var pattern) ->
                        assertThat(file.getFileName().toString()).containsPattern(pattern);
                    case ColumnSource.Constant constant ->
                        assertThat(constant.value()).isNotEmpty();
                }
            }
            return source.rows().isPresent() ? source.rows().getAsLong() : counted(open, source);
        }
    }

    private static long counted(TableFile file, SourceTable table) throws IOException {
        long rows = 0;
        try (TableCursor cursor = file.read(table.name(), List.of())) {
            for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                rows += batch.rows();
            }
        }
        return rows;
    }

    /** A unit that the file states converts to the one published; where it is wrong, the descriptor must say so. */
    private static void agrees(ColumnDescriptor column, SourceTable source, String name) {
        source.columns().stream()
                .filter(c -> c.name().equals(name) && c.unit() != null)
                .forEach(c -> {
                    Unit stated = column.sourceUnit() != null
                            ? column.sourceUnit()
                            : Unit.fromFile(c.unit()).orElseThrow();
                    assertThat(stated.isCommensurable(column.unit()))
                            .as("%s: %s to %s", name, stated, column.unit())
                            .isTrue();
                });
    }

    private static List<Path> files(TableDescriptor table, Path folder) throws IOException {
        if (table.source().index() != null) {
            assertThat(folder.resolve(table.source().index())).exists();
            return SharedData.files(SharedData.file("").relativize(folder).toString(), p -> p.contains("obs_id_"));
        }
        List<PathMatcher> matchers = table.source().files().stream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("**/", "{,**/}")))
                .toList();
        return SharedData.files(
                SharedData.file("").relativize(folder).toString(),
                path -> matchers.stream().anyMatch(m -> m.matches(Path.of(path))));
    }

    private static List<ColumnDescriptor> columns(TableDescriptor table) {
        return Stream.concat(
                        table.columns().stream(),
                        table.components().stream().flatMap(component -> component.columns().stream()))
                .toList();
    }

    private static CollectionDescriptor load(String id) {
        return Descriptors.load(ProjectRoot.path().resolve("collections/" + id));
    }
}
