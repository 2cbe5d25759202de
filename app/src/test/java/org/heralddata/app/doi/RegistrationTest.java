package org.heralddata.app.doi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.heralddata.app.console.AppCode;
import org.heralddata.app.settings.HomeSettings;
import org.heralddata.app.settings.HomeSettings.DataCiteSettings;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.publication.Doi;
import org.heralddata.model.publication.DoiState;
import org.heralddata.model.publication.PublicState;
import org.heralddata.model.publication.Withdrawal;
import org.heralddata.query.publication.PublishedCollection;
import org.heralddata.query.publication.PublishedRelease;
import org.heralddata.serve.node.Node;
import org.heralddata.store.PublicationRegister;
import org.heralddata.testkit.Oracle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** DOIs at a stand-in of DataCite. */
class RegistrationTest {
    private static final CollectionId TOYS = new CollectionId("toys");
    private static final Node NODE = new Node(
            "https://data.example.org",
            "data.example.org",
            new Node.Organisation("Institute of Toys", null, "https://ror.org/04t3en479"),
            new Node.Contact("Marie Curie", "data@example.org"),
            () -> Instant.EPOCH);

    private StandIn datacite;
    private final Recorded recorded = new Recorded();

    /** Keeps what the home would. */
    private static final class Recorded implements PublicationRegister {
        private PublicState state = PublicState.NONE;
        private @Nullable String release;

        @Override
        public void doi(CollectionId collection, @Nullable String name, Doi doi, DoiState doiState) {
            release = name;
            state = new PublicState(doi, doiState, null, Instant.EPOCH);
        }

        @Override
        public void withdraw(CollectionId collection, @Nullable String name, String reason) {
            throw new AssertionError();
        }

        @Override
        public void restore(CollectionId collection, @Nullable String name) {
            throw new AssertionError();
        }

        @Override
        public Instant since(String digest) {
            throw new AssertionError();
        }
    }

    @BeforeEach
    void start() throws IOException {
        datacite = new StandIn();
    }

    @AfterEach
    void stop() {
        datacite.close();
    }

    private Subject subject(boolean whole) {
        var about = new CollectionDescription(
                TOYS,
                "Toys",
                "Toys that fell from the sky.",
                "cosmic-ray",
                "Toy array",
                null,
                null,
                List.of(new Creator("Curie, Marie", "0000-0002-1825-0097", "Institute of Toys")),
                new Licence("CC-BY-4.0", null),
                "10.1140/epjc/s10052-018-6221-2",
                null,
                null,
                List.of(),
                List.of(),
                new Access.Open());
        var release =
                new Release(about, "r1", 1, Instant.EPOCH, "herald", "", List.of(), List.of(), List.of(), List.of());
        var one = new PublishedRelease(release, whole ? PublicState.NONE : recorded.state);
        var all = new PublishedCollection(TOYS, whole ? recorded.state : PublicState.NONE, List.of(one));
        return new Subject(all, whole ? null : one);
    }

    private Registration registration(Node node, DataCiteClient client) {
        return new Registration(
                HomeSettings.usual(node, Optional.of(settings())), client, recorded, List.of("csv", "fits"));
    }

    private DataCiteSettings settings() {
        return new DataCiteSettings("10.5072", StandIn.ACCOUNT, datacite.url());
    }

    private interface Step {
        Doi take(Registration registration) throws Exception;
    }

    private Doi does(Step step) throws Exception {
        return does(step, NODE, StandIn.SECRET);
    }

    private Doi does(Step step, Node node, String secret) throws Exception {
        Password password = Password.find(Map.of(Password.VARIABLE, secret), Path.of("/nowhere"));
        try (var client = new DataCiteClient(settings(), password, Duration.ofMillis(1))) {
            return step.take(registration(node, client));
        }
    }

    private String state(String doi) {
        return Objects.requireNonNull(datacite.doi(doi)).path("state").asString();
    }

    @Test
    void reservesThenPublishes() throws Exception {
        assertThat(does(r -> r.reserve(subject(false)))).isEqualTo(new Doi("10.5072/toys.r1"));
        assertThat(state("10.5072/toys.r1")).isEqualTo("draft");
        assertThat(recorded.state.doiState()).isEqualTo(DoiState.DRAFT);
        assertThat(recorded.release).isEqualTo("r1");
        assertThat(does(r -> r.publish(subject(false)))).isEqualTo(new Doi("10.5072/toys.r1"));
        assertThat(state("10.5072/toys.r1")).isEqualTo("findable");
        assertThat(recorded.state.doiState()).isEqualTo(DoiState.FINDABLE);
        assertThat(datacite.requests())
                .containsExactly("GET /dois/10.5072/toys.r1", "POST /dois", "PUT /dois/10.5072/toys.r1");
    }

    @Test
    void everyStepMayBeRepeated() throws Exception {
        does(r -> r.reserve(subject(true)));
        does(r -> r.reserve(subject(true)));
        assertThat(datacite.requests()).hasSize(2);
        recorded.state = PublicState.NONE; // as if the process had died before it could record
        assertThat(does(r -> r.publish(subject(true)))).isEqualTo(new Doi("10.5072/toys"));
        does(r -> r.publish(subject(true)));
        assertThat(datacite.requests().stream().filter(r -> r.startsWith("POST")))
                .hasSize(1);
        assertThat(recorded.release).isNull();
        assertThat(state("10.5072/toys")).isEqualTo("findable");
    }

    @Test
    void whatIsSentKeepsToDataCitesSchema(@TempDir Path folder) throws Exception {
        does(r -> r.publish(subject(true)));
        does(r -> r.publish(subject(false)), NODE, StandIn.SECRET);
        for (int i = 0; i < datacite.attributes().size(); i++) {
            Files.writeString(
                    folder.resolve(i + ".json"),
                    JsonMapper.shared().writeValueAsString(datacite.attributes().get(i)));
        }
        String told = Oracle.python("datacite").run("""
                import glob, json, sys
                from datacite import schema45
                files = sorted(glob.glob(sys.argv[1] + '/*.json'))
                for name in files:
                    record = json.load(open(name, encoding='utf-8'))
                    schema45.validator.validate(record)
                    assert record['url'].startswith('https://data.example.org/collections/toys'), record['url']
                assert record['event'] == 'publish' and record['doi'] == '10.5072/toys', record
                assert record['publisher']['publisherIdentifier'] == 'https://ror.org/04t3en479'
                print(len(files))
                """, folder);
        assertThat(Integer.parseInt(told)).isEqualTo(datacite.attributes().size());
    }

    private void refused(AppCode code, String words, Step step) {
        refused(code, words, step, NODE, StandIn.SECRET);
    }

    private void refused(AppCode code, String words, Step step, Node node, String secret) {
        assertThatThrownBy(() -> does(step, node, secret)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            var told = refusal.diagnostics().getFirst();
            assertThat(told.code()).isEqualTo(code);
            assertThat(told.message() + " " + told.help()).contains(words).doesNotContain(StandIn.SECRET);
        });
    }

    @Test
    void triesAgainWhatFailedByNoFaultOfOurs() throws Exception {
        datacite.failWith(503, 429, 0);
        assertThat(does(r -> r.reserve(subject(true)))).isEqualTo(new Doi("10.5072/toys"));
        assertThat(datacite.requests()).hasSize(5);
    }

    @Test
    void givesUpInTimeAndSaysThatNothingIsLost() {
        datacite.failWith(500, 500, 500, 500);
        refused(AppCode.DATACITE_AWAY, "run the same command again", r -> r.reserve(subject(true)));
        assertThat(datacite.requests()).hasSize(4);
        datacite.close();
        refused(AppCode.DATACITE_AWAY, "does not answer", r -> r.reserve(subject(true)));
        assertThat(recorded.state).isEqualTo(PublicState.NONE);
    }

    @Test
    void hidesWhatWasWithdrawnAndShowsItAgain() throws Exception {
        does(r -> r.publish(subject(true)));
        PublicState shown = recorded.state;
        recorded.state = new PublicState(
                shown.doi(), shown.doiState(), new Withdrawal(Instant.EPOCH, "wrong toys"), Instant.EPOCH);
        assertThat(does(r -> Objects.requireNonNull(r.update(subject(true))))).isEqualTo(shown.doi());
        assertThat(state("10.5072/toys")).isEqualTo("registered");
        recorded.state = shown;
        does(r -> Objects.requireNonNull(r.update(subject(true))));
        assertThat(state("10.5072/toys")).isEqualTo("findable");
        recorded.state = PublicState.NONE;
        int before = datacite.requests().size();
        does(r -> {
            assertThat(r.update(subject(true))).isNull();
            return new Doi("10.5072/none");
        });
        assertThat(datacite.requests()).hasSize(before);
    }

    @Test
    void saysWhatToDoAboutEachRefusal() {
        recorded.state = new PublicState(new Doi("10.5072/toys"), DoiState.FINDABLE, null, Instant.EPOCH);
        refused(AppCode.DATACITE_REFUSED, "datacite.url", r -> Objects.requireNonNull(r.update(subject(true))));
        datacite.failWith(403);
        refused(AppCode.DATACITE_REFUSED, "datacite.repository", r -> Objects.requireNonNull(r.update(subject(true))));
        datacite.failWith(429, 429, 429, 429);
        refused(AppCode.DATACITE_AWAY, "in some minutes", r -> Objects.requireNonNull(r.update(subject(true))));
        datacite.failWith(502, 503, 504, 500);
        refused(
                AppCode.DATACITE_AWAY,
                "run the same command again",
                r -> Objects.requireNonNull(r.update(subject(true))));
    }

    @Test
    void waitsForNoAnswerForEver() throws Exception {
        datacite.failWith(-1, -1, -1, -1);
        Password password = Password.find(Map.of(Password.VARIABLE, StandIn.SECRET), Path.of("/nowhere"));
        try (var client = new DataCiteClient(settings(), password, Duration.ofMillis(1), Duration.ofMillis(200))) {
            assertThatThrownBy(() -> registration(NODE, client).reserve(subject(true)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("does not answer within");
        }
    }

    @Test
    void tellsWhyDataCiteRefused() {
        datacite.failWith(422);
        refused(AppCode.DATACITE_REFUSED, "out of order", r -> r.reserve(subject(true)));
        refused(AppCode.DATACITE_REFUSED, "password", r -> r.reserve(subject(true)), NODE, "a wrong one");
    }

    @Test
    void takesNoDoiThatLeadsElsewhere() {
        datacite.hold("10.5072/toys", "https://elsewhere.example.org/collections/toys");
        refused(AppCode.DOI_NOT_READY, "leads to https://elsewhere", r -> r.reserve(subject(true)));
        assertThat(recorded.state).isEqualTo(PublicState.NONE);
    }

    @Test
    void wantsAnAddressThatADoiCanLeadTo() {
        refused(AppCode.DOI_NOT_READY, "node.url", r -> r.reserve(subject(true)), Node.UNREGISTERED, StandIn.SECRET);
        assertThat(datacite.requests()).isEmpty();
    }

    @Test
    void passwordsAreForTheirOwnerOnly(@TempDir Path home) throws IOException {
        assertThatThrownBy(() -> Password.find(Map.of(), home))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no password");
        Path file = home.resolve(Password.FILE);
        Files.writeString(file, StandIn.SECRET + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> Password.find(Map.of(), home))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("others than its owner");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Password password = Password.find(Map.of(), home);
        assertThat(password.secret()).isEqualTo(StandIn.SECRET);
        assertThat(password.toString()).doesNotContain("horse");
        assertThat(Password.find(Map.of(Password.VARIABLE, "other"), home).secret())
                .isEqualTo("other");
    }
}
