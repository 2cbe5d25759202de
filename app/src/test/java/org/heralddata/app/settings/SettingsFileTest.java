package org.heralddata.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.app.console.AppCode;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
    @TempDir
    private static Path folder;

    private static HomeSettings read(String text) throws IOException {
        Path file = folder.resolve("config.yaml");
        Files.writeString(file, "layout: 1\n" + text);
        return SettingsFile.read(file);
    }

    @Test
    void aHomeThatSaysNothingIsNotToBeRegistered() throws Exception {
        HomeSettings settings = read("");
        assertThat(settings.node()).isEqualTo(Node.UNREGISTERED);
        assertThat(settings.node().isRegistrable()).isFalse();
        assertThat(settings.datacite()).isEmpty();
    }

    @Test
    void readsEverySetting() throws Exception {
        HomeSettings settings = read("""
                node:
                  url: https://data.example.org/
                  authority: data.example.org
                  organisation: {name: Institute of Toys, homepage: https://example.org, ror: https://ror.org/04t3en479}
                  contact: {name: Marie Curie, email: data@example.org}
                datacite:
                  prefix: 10.5072
                  repository: EXAMPLE.HERALD
                """);
        Node node = settings.node();
        assertThat(node.url()).isEqualTo("https://data.example.org");
        assertThat(node.authority()).isEqualTo("data.example.org");
        assertThat(node.organisation())
                .isEqualTo(
                        new Node.Organisation("Institute of Toys", "https://example.org", "https://ror.org/04t3en479"));
        assertThat(node.contact()).isEqualTo(new Node.Contact("Marie Curie", "data@example.org"));
        assertThat(node.isRegistrable()).isTrue();
        assertThat(settings.datacite())
                .hasValue(new HomeSettings.DataCiteSettings("10.5072", "EXAMPLE.HERALD", "https://api.datacite.org"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nodes: {}|did you mean `node`?",
                "node: 3|`node` is no mapping",
                "node: {url: 'data.example.org'}|`node.url` is not an address",
                "node: {authority: x}|`node.organisation` is missing",
                "node: {organisation: {name: X}, contact: {name: X, email: nobody}}|`node.contact.email` is not",
                "node: {organisation: {name: X, ror: '04t3en479'}, contact: {name: X, email: a@b.org}}|`node.organisation.ror`",
                "node: {authority: 'a b', organisation: {name: X}, contact: {name: X, email: a@b.org}}|`node.authority` is not",
                "datacite: {prefix: 10.5072}|`datacite.repository` is missing",
                "datacite: {prefix: abc, repository: X.Y}|`datacite.prefix` is not",
                "datacite: {prefix: 10.5072, repository: X.Y, password: secret}|there is no setting `datacite.password`",
                "'a: [b'|not YAML"
            })
    void refusesWhatItDoesNotKnowOrCannotRead(String text, String message) {
        assertThatThrownBy(() -> read(text.startsWith("'") ? "a: [b\n" : text + "\n"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    var told = refusal.diagnostics().getFirst();
                    assertThat(told.code()).isEqualTo(AppCode.SETTING);
                    assertThat(told.message() + " " + told.help()).contains(message);
                });
    }
}
