package org.heralddata.app.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.Scope;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.app.RunHerald;
import org.heralddata.model.access.Group;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.ServerSettings;
import org.heralddata.serve.node.Node;
import org.heralddata.store.home.Home;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Collections that are restricted in every way, behind a server, and people who ask for them. */
final class AccessHome implements AutoCloseable {
    static final String GROUP = "toys";
    static final String BELOW = "toys/analysis";

    /** Who asks; those who may see more first, so that answers to them could be kept. */
    enum Role {
        OPERATOR(List.of(), true),
        MEMBER(List.of(GROUP), false),
        BELOW_MEMBER(List.of(BELOW), false),
        OTHER(List.of("others"), false),
        ANYONE(List.of(), false);

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of of texts, so nothing can change it
        private final List<String> groups;

        private final boolean operator;

        Role(List<String> groups, boolean operator) {
            this.groups = groups;
            this.operator = operator;
        }
    }

    private final Home home;
    private final Services services;
    private final HeraldServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final Set<String> mappings = new TreeSet<>();

    private AccessHome(Home home) {
        this.home = home;
        services = Services.of(home);
        var context = new GenericApplicationContext[1];
        server = services.serve(new ServerSettings("127.0.0.1", 0, Node.UNREGISTERED), beans -> context[0] = beans);
        Objects.requireNonNull(context[0])
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods().keySet().forEach(info -> mappings.addAll(info.getPatternValues())));
        people();
    }

    static AccessHome open(Path folder) throws IOException {
        Home home = Home.open(folder.resolve("home"));
        var made = new AccessHome(home);
        String group = "{group: %s}".formatted(GROUP);
        String below = "{group: %s}".formatted(BELOW);
        made.ingest(folder, "open-toy", "public", "public", "public", "r1");
        made.ingest(folder, "group-toy", group, "public", "public", "r1");
        made.ingest(folder, "later-toy", "{group: %s, until: 2999-01-01}".formatted(GROUP), "public", "public", "r1");
        made.ingest(folder, "past-toy", "{group: %s, until: 2020-01-01}".formatted(GROUP), "public", "public", "r1");
        made.ingest(folder, "table-toy", "public", below, "public", "r1");
        made.ingest(folder, "column-toy", "public", "public", group, "r1");
        made.ingest(folder, "release-toy", "public", "public", "public", "r1");
        made.ingest(folder, "release-toy", "public", "public", "public", "r2");
        home.access().restrict(new CollectionId("release-toy"), "r1", new Access.Restricted(GROUP, null));
        return made;
    }

    /** Rows whose restricted values are told from all others: the name of the collection, and numbers of its own. */
    private void ingest(Path folder, String id, String collection, String table, String column, String release)
            throws IOException {
        Path place = Files.createDirectories(folder.resolve(id));
        var rows = new StringBuilder("id,time,ra,dec,plain,tag,secret\n");
        for (int i = 0; i < 20; i++) {
            rows.append("%d,2020-01-01T00:00:%02dZ,%d.5,%d.25,%d,value-%s,%s%n"
                    .formatted(i, i, 10 + i, 20 + i, i, id, 424_242.125 + i));
        }
        Files.writeString(place.resolve("events.csv"), rows.toString());
        Files.writeString(place.resolve("collection.yaml"), """
                herald: 1
                id: %1$s
                title: Toy %1$s
                description: Simulated rows.
                messenger: photon
                creators: [Toy makers]
                licence: CC0-1.0
                access: %2$s
                examples:
                  - {title: Plain of %1$s, query: 'SELECT plain FROM "%1$s".events'}
                  - {title: Secret of %1$s, query: 'SELECT plain FROM "%1$s".events WHERE secret > 3.5'}
                tables:
                  events:
                    description: One row a toy
                    source: {files: events.csv}
                    access: %3$s
                    key: id
                    time: {iso: t, scale: utc}
                    direction: {ra: ra, dec: dec}
                    energy: {column: secret, unit: GeV}
                    columns:
                      - {name: id, ucd: meta.id, description: Number}
                      - {name: t, source: time, description: Time as written}
                      - {name: ra, unit: deg, ucd: pos.eq.ra, description: Right ascension}
                      - {name: dec, unit: deg, ucd: pos.eq.dec, description: Declination}
                      - {name: plain, description: Open number}
                      - {name: tag, description: A word, access: %4$s}
                      - {name: secret, unit: GeV, ucd: phys.energy, description: An energy, access: %4$s}
                """.formatted(id, collection, table, column));
        RunHerald.Outcome outcome = RunHerald.with(
                "ingest",
                place.toString(),
                "--release",
                release,
                "--home",
                folder.resolve("home").toString());
        if (outcome.status() != 0) {
            throw new AssertionError(outcome.err());
        }
    }

    private void people() {
        AccountDesk desk = services.accounts();
        for (Role role : Role.values()) {
            if (role == Role.ANYONE) {
                continue;
            }
            String name = role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            Account account = desk.accounts().add(name + "@example.org", name, true);
            for (String path : role.groups) {
                if (desk.groups().list().stream()
                        .noneMatch(g -> g.group().path().equals(path))) {
                    desk.groups().add(new Group(path), "");
                }
                desk.groups().join(new Group(path), account);
            }
            if (role.operator) {
                desk.accounts().operator(account.id(), true);
                account = desk.accounts().named(account.id());
            }
            Set<Scope> scopes = role.operator ? Set.of(Scope.values()) : Set.of(Scope.READ, Scope.REQUESTS);
            tokens.put(
                    role,
                    desk.tokens()
                            .make(account, "test", scopes, Duration.ofDays(1))
                            .secret());
        }
    }

    /** Every pattern of an address that something answers. */
    Set<String> mappings() {
        return mappings;
    }

    Services services() {
        return services;
    }

    /** An answer, as far as tests look at it; bytes as ISO 8859-1. */
    record Answer(int status, String body, HttpResponse<byte[]> whole) {}

    Answer get(Role role, String path) throws IOException, InterruptedException {
        return send(role, HttpRequest.newBuilder(uri(path)));
    }

    Answer post(Role role, String path, String type, String body) throws IOException, InterruptedException {
        return send(
                role,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private Answer send(Role role, HttpRequest.Builder request) throws IOException, InterruptedException {
        String token = tokens.get(role);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.ISO_8859_1), answer);
    }

    @Override
    public void close() {
        client.close();
        server.close();
        services.close();
        home.close();
    }
}
