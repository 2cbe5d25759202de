package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heralddata.app.serve.AccessHome.Answer;
import org.heralddata.app.serve.AccessHome.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is restricted is so for calls, uploads, common events and examples, too, for everybody. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessCallsIT {
    private static final Set<Role> ALL = Set.of(Role.values());
    private static final Set<Role> OF_GROUP = Set.of(Role.MEMBER, Role.BELOW_MEMBER, Role.OPERATOR);
    private static final Set<Role> OF_BELOW = Set.of(Role.BELOW_MEMBER, Role.OPERATOR);
    /** Who may have rows of each. */
    private static final Map<String, Set<Role>> ROWS =
            Map.of("open-toy", ALL, "group-toy", OF_GROUP, "table-toy", OF_BELOW, "column-toy", ALL);
    /** Who may have all columns of each. */
    private static final Map<String, Set<Role>> COLUMNS =
            Map.of("open-toy", ALL, "group-toy", OF_GROUP, "table-toy", OF_BELOW, "column-toy", OF_GROUP);

    private AccessHome home;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        home = AccessHome.open(folder);
    }

    @AfterAll
    void close() {
        home.close();
    }

    private static boolean may(Map<String, Set<Role>> who, String toy, Role role) {
        return who.getOrDefault(toy, Set.of()).contains(role);
    }

    private JsonNode call(Role role, String method, String parameters) throws Exception {
        Answer answer = home.post(
                role,
                "/rpc",
                "application/json",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"%s\", \"params\": %s}".formatted(method, parameters));
        assertThat(answer.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void assertGiven(JsonNode answer, boolean given, String what) {
        if (given) {
            assertThat(answer.has("error")).as("%s: %s", what, answer).isFalse();
        } else {
            assertThat(answer.at("/error/code").asInt())
                    .as("%s: %s", what, answer)
                    .isEqualTo(-32001);
            assertThat(answer.toString()).as(what).doesNotContain("424242");
        }
    }

    @Test
    void callsGiveToEachWhatTheyMayHave() throws Exception {
        for (String toy : ROWS.keySet()) {
            for (Role role : Role.values()) {
                String at = "\"collection\": \"%s\", \"table\": \"events\"".formatted(toy);
                boolean rows = may(ROWS, toy, role);
                boolean columns = may(COLUMNS, toy, role);
                String what = "%s %s".formatted(role, toy);
                assertThat(call(role, "collections", "{}").toString())
                        .contains(toy)
                        .doesNotContain("424242.125");
                JsonNode table = call(role, "table", "{%s}".formatted(at));
                assertThat(table.toString().contains("424242")).as(what).isEqualTo(columns);
                assertGiven(call(role, "count", "{%s}".formatted(at)), rows, what);
                assertGiven(call(role, "count", "{%s, \"where\": \"secret > 424250\"}".formatted(at)), columns, what);
                String plain = "{%s, \"columns\": [\"plain\"], \"format\": \"csv\"}".formatted(at);
                String secret = "{%s, \"columns\": [\"secret\"], \"format\": \"csv\"}".formatted(at);
                assertGiven(call(role, "estimate", plain), rows, what);
                assertGiven(call(role, "estimate", secret), columns, what);
                assertGiven(call(role, "data_request", secret), columns, what);
            }
        }
    }

    @Test
    void requestsByCallsAreTheirOwners() throws Exception {
        JsonNode made = call(
                Role.MEMBER,
                "data_request",
                "{\"collection\": \"group-toy\", \"table\": \"events\", \"format\": \"csv\"}");
        String id = made.at("/result/id").stringValue();
        call(Role.MEMBER, "request_status", "[\"%s\", 60]".formatted(id));
        assertThat(call(Role.MEMBER, "list_of_requests", "{}").toString()).contains(id);
        for (Role role : List.of(Role.ANYONE, Role.OTHER, Role.BELOW_MEMBER)) {
            assertThat(call(role, "list_of_requests", "{}").toString())
                    .as("%s", role)
                    .doesNotContain(id);
            for (String method : List.of("cancel_request", "remove_request", "download_file")) {
                assertThat(call(role, method, "[\"%s\"]".formatted(id)).has("error"))
                        .as("%s %s", role, method)
                        .isTrue();
            }
        }
        assertThat(call(Role.MEMBER, "download_file", "[\"%s\"]".formatted(id)).has("result"))
                .isTrue();
        assertThat(call(Role.MEMBER, "remove_request", "[\"%s\"]".formatted(id)).has("result"))
                .isTrue();
    }

    private Answer upload(Role role, String adql) throws Exception {
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String body = part.formatted("LANG", "ADQL")
                + part.formatted("FORMAT", "csv")
                + part.formatted("QUERY", adql)
                + part.formatted("UPLOAD", "mine,param:f")
                + "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"mine.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + "n\n3\n4\n\r\n--b--\r\n";
        return home.post(role, "/tap/sync", "multipart/form-data; boundary=b", body);
    }

    @Test
    void anUploadedTableOpensNoOther() throws Exception {
        for (String toy : ROWS.keySet()) {
            for (Role role : Role.values()) {
                String what = "%s %s".formatted(role, toy);
                String from = "FROM TAP_UPLOAD.mine JOIN \"%s\".events AS e ON e.plain = mine.n".formatted(toy);
                Answer plain = upload(role, "SELECT mine.n, e.plain " + from);
                assertThat(plain.status()).as(what + plain.body()).isEqualTo(may(ROWS, toy, role) ? 200 : 403);
                Answer secret = upload(role, "SELECT mine.n, e.secret " + from);
                boolean columns = may(COLUMNS, toy, role);
                assertThat(secret.status()).as(what + secret.body()).isEqualTo(columns ? 200 : 403);
                assertThat(secret.body().contains("424245")).as(what).isEqualTo(columns);
                Answer exists = upload(
                        role,
                        "SELECT n FROM TAP_UPLOAD.mine WHERE EXISTS (SELECT 1 FROM \"%s\".events WHERE secret > n)"
                                .formatted(toy));
                assertThat(exists.status()).as(what).isEqualTo(columns ? 200 : 403);
            }
        }
    }

    @Test
    void aRoadIsNoUploadOfAnother() throws Exception {
        String own = "http://127.0.0.1/api/v1/collections/group-toy/tables/events/rows?format=csv";
        for (Role role : Role.values()) {
            Answer answer = home.post(
                    role,
                    "/tap/sync",
                    "application/x-www-form-urlencoded",
                    "LANG=ADQL&FORMAT=csv&QUERY=SELECT+*+FROM+TAP_UPLOAD.t&UPLOAD=t,"
                            + java.net.URLEncoder.encode(own, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(answer.status()).as("%s %s", role, answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("V027").doesNotContain("value-group-toy");
        }
    }

    @Test
    void commonEventsOfClosedTablesAndColumnsAreNotOrdered() throws Exception {
        for (String toy : ROWS.keySet()) {
            for (Role role : Role.values()) {
                String body = """
                        {"events": {"collections": ["%s"]}, "format": "csv"}""".formatted(toy);
                // the energy of the common event is a closed column of column-toy
                boolean given = may(COLUMNS, toy, role);
                Answer estimate = home.post(role, "/api/v1/requests/estimate", "application/json", body);
                assertThat(estimate.status())
                        .as("%s %s %s", role, toy, estimate.body())
                        .isEqualTo(given ? 200 : 403);
                Answer order = home.post(role, "/api/v1/requests", "application/json", body);
                assertThat(order.status()).as("%s %s", role, toy).isEqualTo(given ? 201 : 403);
                if (!given) {
                    assertThat(order.body()).doesNotContain("424242", "value-");
                }
            }
        }
        String all = "{\"events\": {}, \"format\": \"csv\"}";
        Answer open = home.post(Role.ANYONE, "/api/v1/requests/estimate", "application/json", all);
        assertThat(open.status()).as(open.body()).isEqualTo(200);
        assertThat(open.body()).contains("open-toy").doesNotContain("group-toy", "table-toy");
    }

    @Test
    void examplesThatNameWhatIsClosedAreNotShown() throws Exception {
        for (String toy : ROWS.keySet()) {
            for (Role role : Role.values()) {
                for (String page : List.of("/tap/examples", "/adql")) {
                    String shown = home.get(role, page).body();
                    String what = "%s %s %s".formatted(role, toy, page);
                    assertThat(shown.contains("Plain of " + toy)).as(what).isEqualTo(may(ROWS, toy, role));
                    assertThat(shown.contains("Secret of " + toy)).as(what).isEqualTo(may(COLUMNS, toy, role));
                }
            }
        }
    }

    @Test
    void howManyRowsAClosedTableHasIsToldButNotHowManyPass() throws Exception {
        for (String toy : List.of("group-toy", "table-toy")) {
            String at = "/api/v1/collections/%s/tables/events".formatted(toy);
            assertThat(home.get(Role.ANYONE, at).body()).contains("\"rows\":20");
            assertThat(home.get(Role.ANYONE, at + "/count").status()).isEqualTo(403);
            assertThat(home.get(Role.ANYONE, at + "/count?where=plain%3E3").status())
                    .isEqualTo(403);
        }
        String open = "/api/v1/collections/column-toy/tables/events/count?where=";
        assertThat(home.get(Role.ANYONE, open + "plain%3E3").status()).isEqualTo(200);
        assertThat(home.get(Role.ANYONE, open + "secret%3E3").status()).isEqualTo(403);
    }
}
