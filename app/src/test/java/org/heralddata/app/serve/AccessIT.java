package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.heralddata.app.serve.AccessHome.Answer;
import org.heralddata.app.serve.AccessHome.Role;
import org.heralddata.app.serve.AccessRoads.Gives;
import org.heralddata.app.serve.AccessRoads.Road;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.query.TableRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is restricted is so on every road, for everybody, and for nobody else. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessIT {
    private static final Set<Role> ALL = Set.of(Role.values());
    private static final Set<Role> OF_GROUP = Set.of(Role.MEMBER, Role.BELOW_MEMBER, Role.OPERATOR);
    private static final Set<Role> OF_BELOW = Set.of(Role.BELOW_MEMBER, Role.OPERATOR);

    /**
     * Something that people may want.
     *
     * @param rows    who may have rows of it
     * @param columns who may have its columns `tag` and `secret`, too
     */
    private record Subject(String collection, String release, Set<Role> rows, Set<Role> columns) {}

    private static final List<Subject> SUBJECTS = List.of(
            new Subject("open-toy", "r1", ALL, ALL),
            new Subject("group-toy", "r1", OF_GROUP, OF_GROUP),
            new Subject("later-toy", "r1", OF_GROUP, OF_GROUP),
            new Subject("past-toy", "r1", ALL, ALL),
            new Subject("table-toy", "r1", OF_BELOW, OF_BELOW),
            new Subject("column-toy", "r1", ALL, OF_GROUP),
            new Subject("release-toy", "r1", OF_GROUP, OF_GROUP),
            new Subject("release-toy", "r2", ALL, ALL));

    private AccessHome home;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        home = AccessHome.open(folder);
    }

    @AfterAll
    void close() {
        home.close();
    }

    @Test
    void everyAddressSaysWhatItDoesAboutAccess() {
        assertThat(home.mappings()).hasSizeGreaterThan(40).allMatch(AccessRoads::knows);
    }

    @Test
    void everyRoadGivesToEachWhatTheyMayHave() throws Exception {
        var wrong = new ArrayList<String>();
        for (Road road : AccessRoads.ROADS) {
            for (Subject subject : road.address().contains("{c}") ? SUBJECTS : SUBJECTS.subList(0, 1)) {
                String address = address(road, subject);
                for (Role role : Role.values()) {
                    Answer answer = home.get(role, address);
                    String fault = fault(road.gives(), subject, role, answer);
                    if (fault != null) {
                        wrong.add("%s %s: %d %s".formatted(role, address, answer.status(), fault));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private String address(Road road, Subject subject) {
        var release = home.services()
                .data()
                .as(Viewer.OPERATOR)
                .release(new TableRef(new CollectionId(subject.collection), "", subject.release));
        return road.address()
                .replace("{c}", subject.collection)
                .replace("{r}", subject.release)
                .replace("{file}", release.files().getFirst().path())
                .replace(">", "%3E");
    }

    /** Null if all is well. */
    private static @Nullable String fault(Gives gives, Subject subject, Role role, Answer answer) {
        boolean given = switch (gives) {
            case ROWS -> subject.rows.contains(role);
            case COLUMN, WHOLE -> subject.columns.contains(role);
            case TOLD -> true;
        };
        // cone searches tell errors in answers that are well (Simple Cone Search 1.03, section 2.3)
        boolean refused = answer.status() == 403 || answer.body().contains("are not open to everyone");
        if (given ? answer.status() != 200 : !refused) {
            return given ? "should be given" : "should be refused";
        }
        return leak(role, answer.body(), subject);
    }

    /** What is not this person's must not be in any answer: the word in its rows, or its number. */
    private static @Nullable String leak(Role role, String body, Subject asked) {
        for (Subject subject : SUBJECTS) {
            if (!mayHave(role, subject.collection) && body.contains("value-" + subject.collection)) {
                return "tells of the rows of " + subject.collection;
            }
        }
        return !mayHave(role, asked.collection) && body.contains("424242") ? "tells of the column" : null;
    }

    /** Any release of it. */
    private static boolean mayHave(Role role, String collection) {
        return SUBJECTS.stream().anyMatch(s -> s.collection.equals(collection) && s.columns.contains(role));
    }

    @Test
    void queriesNameOnlyWhatIsOpen() throws Exception {
        for (Subject subject : SUBJECTS) {
            if (subject.release.equals("r1") && subject.collection.equals("release-toy")) {
                continue; // TAP has the newest releases
            }
            for (Role role : Role.values()) {
                String table = "\"%s\".events".formatted(subject.collection);
                assertQuery(role, "SELECT * FROM " + table, subject.rows.contains(role), subject, role);
                assertQuery(role, "SELECT secret FROM " + table, subject.columns.contains(role), subject, role);
                String listed = query(
                                role,
                                "SELECT column_name FROM tap_schema.columns WHERE table_name = '%s'".formatted(table))
                        .body();
                assertThat(listed.contains("plain")).as("%s %s", role, table).isEqualTo(subject.rows.contains(role));
                assertThat(listed.contains("secret"))
                        .as("%s %s", role, table)
                        .isEqualTo(subject.columns.contains(role));
                String observed = query(
                                role,
                                "SELECT obs_id, em_min FROM ivoa.obscore WHERE obs_collection = '%s'"
                                        .formatted(subject.collection))
                        .body();
                assertThat(observed.contains(subject.collection + "/"))
                        .as("%s %s in ObsCore", role, subject.collection)
                        .isEqualTo(subject.rows.contains(role));
            }
        }
    }

    private void assertQuery(Role role, String adql, boolean given, Subject subject, Role as) throws Exception {
        Answer answer = query(role, adql);
        assertThat(answer.status()).as("%s %s: %s", role, adql, answer.body()).isEqualTo(given ? 200 : 403);
        assertThat(leak(as, answer.body(), subject)).as("%s %s", role, adql).isNull();
        if (!given) {
            assertThat(answer.body()).contains("not open to everyone").contains("members of the group");
        }
        Answer check = home.get(role, "/api/v1/adql/check?query=" + encoded(adql));
        assertThat(check.status()).isEqualTo(given ? 200 : 403);
        Answer estimate = home.get(role, "/api/v1/adql/estimate?query=" + encoded(adql));
        assertThat(estimate.status())
                .as("%s %s: %s", role, adql, estimate.body())
                .isEqualTo(given ? 200 : 403);
        assertThat(leak(as, estimate.body(), subject)).as("%s %s", role, adql).isNull();
        if (!given) {
            assertThat(estimate.body()).doesNotContain("\"rows\"", "\"bytes\"");
        }
    }

    private Answer query(Role role, String adql) throws Exception {
        return home.get(role, "/tap/sync?LANG=ADQL&FORMAT=csv&QUERY=" + encoded(adql));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void cachedAnswersAreGivenToNobodyElse() throws Exception {
        String adql = "SELECT tag FROM \"column-toy\".events";
        for (int i = 0; i < 3; i++) {
            assertThat(query(Role.MEMBER, adql).body()).contains("value-column-toy");
            assertThat(query(Role.ANYONE, adql).status()).isEqualTo(403);
            assertThat(query(Role.OTHER, adql).status()).isEqualTo(403);
        }
        String rows = "/api/v1/collections/column-toy/tables/events/rows?format=csv&release=r1";
        Answer members = home.get(Role.MEMBER, rows);
        Answer anyones = home.get(Role.ANYONE, rows);
        assertThat(header(members, "Cache-Control")).contains("private").doesNotContain("public");
        assertThat(header(members, "Vary")).contains("Authorization");
        assertThat(header(anyones, "Cache-Control")).contains("public").doesNotContain("immutable");
        assertThat(header(anyones, "Vary")).contains("Authorization");
        assertThat(header(anyones, "ETag")).isNotEqualTo(header(members, "ETag"));
        String open = "/api/v1/collections/open-toy/tables/events/rows?format=csv&release=r1";
        assertThat(header(home.get(Role.ANYONE, open), "Cache-Control")).contains("public", "immutable");
    }

    private static String header(Answer answer, String name) {
        return String.join(", ", answer.whole().headers().allValues(name));
    }

    @Test
    void asynchronousQueriesRunAsTheirOwner() throws Exception {
        String adql = encoded("SELECT tag FROM \"group-toy\".events");
        String form = "LANG=ADQL&FORMAT=csv&PHASE=RUN&QUERY=" + adql;
        String type = "application/x-www-form-urlencoded";
        for (Role role : Role.values()) {
            Answer made = home.post(role, "/tap/async", type, form);
            assertThat(made.status()).isEqualTo(303);
            String location = header(made, "Location");
            String path = location.substring(location.indexOf("/tap/"));
            home.get(role, path + "?WAIT=30&PHASE=QUEUED");
            home.get(role, path + "?WAIT=30&PHASE=EXECUTING");
            String phase = home.get(role, path + "/phase").body();
            assertThat(phase).as("job of %s", role).isEqualTo(OF_GROUP.contains(role) ? "COMPLETED" : "ERROR");
            if (OF_GROUP.contains(role)) {
                assertThat(home.get(role, path + "/results/result").body()).contains("value-group-toy");
                assertThat(home.get(Role.ANYONE, path + "/results/result").status())
                        .isEqualTo(404);
                assertThat(home.get(Role.OTHER, path).status()).isEqualTo(404);
                assertThat(home.get(Role.OPERATOR, path + "/results/result").status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void requestsAndTheirResultsAreTheirOwners() throws Exception {
        for (Subject subject : SUBJECTS) {
            for (Role role : Role.values()) {
                String body = """
                        {"parts": [{"collection": "%s", "table": "events", "release": "%s", "columns": ["tag"]}], "format": "csv"}""".formatted(subject.collection, subject.release);
                Answer estimate = home.post(role, "/api/v1/requests/estimate", "application/json", body);
                boolean given = subject.columns.contains(role);
                assertThat(estimate.status())
                        .as("%s %s %s", role, subject, estimate.body())
                        .isEqualTo(given ? 200 : 403);
                Answer order = home.post(role, "/api/v1/requests", "application/json", body);
                assertThat(order.status()).isEqualTo(given ? 201 : 403);
                if (given) {
                    checkResult(
                            subject,
                            role,
                            JsonMapper.shared().readTree(order.body()).get("id").stringValue());
                }
            }
        }
    }

    private void checkResult(Subject subject, Role owner, String id) throws Exception {
        String path = "/api/v1/requests/" + id;
        home.get(owner, path + "?wait=30");
        for (int i = 0; i < 20 && !home.get(owner, path).body().contains("Finished"); i++) {
            home.get(owner, path + "?wait=5");
        }
        for (Role role : Role.values()) {
            boolean open = subject.columns.equals(ALL) || role == owner || role == Role.OPERATOR;
            assertThat(home.get(role, path + "/result").status())
                    .as("result of %s for %s: %s", owner, role, subject)
                    .isEqualTo(open ? 200 : 403);
        }
        if (owner != Role.ANYONE) {
            assertThat(home.post(Role.ANYONE, path + "/cancel", "application/json", "{}")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void refusalsSayWhatToDo() throws Exception {
        String at = "/api/v1/collections/column-toy/tables/events/rows?format=csv&columns=tag";
        assertThat(home.get(Role.ANYONE, at).body()).contains("Q013").contains("leave it out");
    }
}
