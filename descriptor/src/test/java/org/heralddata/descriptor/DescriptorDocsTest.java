package org.heralddata.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.spi.Extractors;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.Test;

class DescriptorDocsTest {

    @Test
    void namesEveryKey() throws IOException {
        String page = page("docs/reference/descriptor.md");
        var keys = new TreeSet<String>();
        keys.addAll(CollectionSection.KEYS);
        keys.addAll(TableSection.KEYS);
        keys.addAll(SourceSection.KEYS);
        keys.addAll(ColumnSection.KEYS);
        keys.addAll(FilesSection.KEYS);
        keys.addAll(FileFieldSection.KEYS);
        FileFieldSection.SOURCES.forEach((source, own) -> {
            keys.add(source);
            keys.addAll(own);
        });
        keys.addAll(FileFieldSection.TYPES);
        Extractors.installed().all().forEach(extractor -> {
            keys.add(extractor.name());
            keys.addAll(extractor.options());
        });
        assertThat(keys).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
        var forms = new TreeSet<String>(ColumnSection.SOURCES);
        RoleSections.TIMES.values().forEach(forms::addAll);
        RoleSections.DIRECTIONS.values().forEach(forms::addAll);
        assertThat(forms).allSatisfy(form -> assertThat(page).containsPattern("[{,] ?" + form + "[:,}]"));
        assertThat(Messengers.TERMS).allSatisfy(term -> assertThat(page).contains("`" + term + "`"));
    }

    @Test
    void showsAnExampleThatIsRight() throws IOException {
        String example = page("descriptor/src/test/golden/valid/input.yaml");
        assertThat(page("docs/reference/descriptor.md")).contains(example);
        assertThat(DescriptorParser.parse("x", example).diagnostics()).isEmpty();
        String files = page("descriptor/src/test/golden/valid-files/input.yaml");
        assertThat(page("docs/reference/descriptor.md")).contains(files.substring(files.indexOf("files:")));
    }

    @Test
    void showsAMessageAsItIs() throws IOException {
        String text = page("descriptor/src/test/golden/D017-unit/input.yaml");
        String shown = DiagnosticText.render(
                DescriptorParser.parse("collection.yaml", text).diagnostics().get(2));
        assertThat(page("docs/guide/add-a-collection.md")).contains(shown.indent(3));
    }

    @Test
    void namesEveryCollection() throws IOException {
        String guide = page("docs/guide/add-a-collection.md");
        assertThat(Set.copyOf(CollectionsTest.all()))
                .allSatisfy(id -> assertThat(guide).contains("`" + id + "`"));
    }

    private static String page(String path) throws IOException {
        return Files.readString(ProjectRoot.path().resolve(path));
    }
}
