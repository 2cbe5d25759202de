package org.heralddata.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.heralddata.app.console.AppCode;
import org.heralddata.jobs.JobLimits;
import org.heralddata.jobs.JobQuota;
import org.heralddata.jobs.JobSettings;
import org.heralddata.jobs.request.RequestLimits;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.vo.tap.TapSettings;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest extends ReadSettings {
    @Test
    void aHomeThatSaysNothingIsNotToBeRegistered() throws Exception {
        HomeSettings settings = read("");
        assertThat(settings.node()).isEqualTo(Node.UNREGISTERED);
        assertThat(settings.node().isRegistrable()).isFalse();
        assertThat(settings.datacite()).isEmpty();
    }

    @Test
    void whatIsNotSaidIsUsual() throws Exception {
        HomeSettings settings = read("");
        Path folder = Path.of("tmp");
        assertThat(settings.tap().settings(folder)).isEqualTo(TapSettings.usual(folder));
        assertThat(settings.jobs().settings()).isEqualTo(JobSettings.usual());
        assertThat(settings.jobs().quota()).isEqualTo(JobQuota.usual());
        assertThat(settings.engine()).isEqualTo(new EngineRules(true, 200, 10));
        assertThat(settings.jobs().limits())
                .isEqualTo(new JobLimits(
                        Duration.ofHours(1),
                        Duration.ofHours(12),
                        Duration.ofDays(7),
                        Duration.ofDays(30),
                        Duration.ZERO));
    }

    @Test
    void readsEveryLimit() throws Exception {
        HomeSettings settings = read("""
                tap:
                  default_rows: 10
                  max_rows: 20
                  sync_seconds: 3
                  upload_megabytes: 4
                  upload_rows: 5
                  upload_tables: 6
                  fetch_seconds: 7
                jobs:
                  workers: 0
                  small_seconds: 14
                  duration_seconds: 8
                  max_duration_seconds: 9
                  kept_days: 1
                  max_kept_days: 2
                  per_address: 11
                  anonymous: 12
                  upload_megabytes: 13
                engine: {copies: off, most_gb: 20, free_percent: 5}
                """);
        assertThat(settings.engine()).isEqualTo(new EngineRules(false, 20, 5));
        assertThat(settings.tap())
                .isEqualTo(new TapRules(10, 20, Duration.ofSeconds(3), 4 << 20, 5, 6, Duration.ofSeconds(7)));
        assertThat(settings.jobs())
                .isEqualTo(new JobRules(
                        0,
                        Duration.ofSeconds(14),
                        new JobLimits(
                                Duration.ofSeconds(8),
                                Duration.ofSeconds(9),
                                Duration.ofDays(1),
                                Duration.ofDays(2),
                                Duration.ZERO),
                        new JobQuota(11, 12, 13 << 20)));
    }

    @Test
    void readsWhatIsGrantedToRequests() throws Exception {
        long gb = 1_000_000_000L;
        assertThat(read("").requests()).isEqualTo(RequestLimits.usual());
        RequestLimits limits = read("requests: {package_gigabytes: 1, active: 2, active_per_address: 3, kept: 4,"
                        + " kept_per_address: 5, kept_gigabytes: 6, kept_gigabytes_per_address: 7, daily_gigabytes: 8,"
                        + " daily_gigabytes_per_address: 9, kept_days: 10, max_kept_days: 11, listeners_per_address: 12}\n")
                .requests();
        assertThat(limits)
                .isEqualTo(new RequestLimits(
                        gb,
                        new RequestLimits.Allowance(2, 4, 6 * gb, 8 * gb),
                        new RequestLimits.Allowance(3, 5, 7 * gb, 9 * gb),
                        Duration.ofDays(10),
                        Duration.ofDays(11),
                        12));
    }

    @Test
    void aSmallGreatestLowersTheUsual() throws Exception {
        HomeSettings settings = read("tap: {max_rows: 100}\njobs: {max_duration_seconds: 60, max_kept_days: 3}\n");
        assertThat(settings.tap().defaultRows()).isEqualTo(100);
        assertThat(settings.jobs().limits().duration()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.jobs().limits().kept()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void everySettingIsInTheReference() throws Exception {
        String page = Files.readString(ProjectRoot.path().resolve("docs/reference/settings.md"));
        for (String key : SettingsFile.keys()) {
            assertThat(page).contains("| `" + key + "` |");
        }
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
                "tap: {rows: 5}|there is no setting `tap.rows`",
                "tap: {max_rows: many}|`tap.max_rows` is not a whole number from 1 to",
                "tap: {max_rows: 10, default_rows: 11}|`tap.default_rows` is not a whole number from 1 to 10",
                "tap: {sync_seconds: 0}|`tap.sync_seconds`",
                "tap: {upload_megabytes: 0.5}|`tap.upload_megabytes`",
                "jobs: {workers: -1}|`jobs.workers`",
                "jobs: {kept_days: 40}|`jobs.kept_days` is not a whole number from 1 to 30",
                "jobs: {per_address: 0}|`jobs.per_address`",
                "engine: {copies: yes}|`engine.copies` is not auto or off",
                "engine: {most_gb: 1.5}|`engine.most_gb` is not a whole number",
                "engine: {free_percent: 95}|`engine.free_percent` is not a whole number from 0 to 90",
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
