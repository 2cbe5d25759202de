package org.heralddata.serve.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RpcProtocolTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> called = new ArrayList<>();
    private long now = Long.MAX_VALUE - 5; // clocks of nanoseconds may wrap around
    private final RpcProtocol<String> protocol = new RpcProtocol<>(
            JSON,
            List.of(
                    method(
                            "subtract",
                            List.of("minuend", "subtrahend"),
                            p -> p.get("minuend").asInt() - p.get("subtrahend").asInt()),
                    method(
                            "sum",
                            List.of("a", "b", "c"),
                            p -> p.get("a").asInt()
                                    + p.get("b").asInt()
                                    + p.get("c").asInt()),
                    method("update", List.of("1", "2", "3", "4", "5"), _ -> "done"),
                    method("notify_hello", List.of("n"), _ -> "hello"),
                    method("notify_sum", List.of("1", "2", "3"), _ -> "sum"),
                    method("get_data", List.of(), _ -> List.of("hello", 5)),
                    method("slow", List.of("seconds"), p -> {
                        now += p.get("seconds").asLong() * 1_000_000_000;
                        return "slow";
                    }),
                    method("fail", List.of(), _ -> {
                        throw new IllegalStateException("ours");
                    })),
            _ -> new RpcError(RpcError.INTERNAL_ERROR, "Internal error", null),
            Duration.ofSeconds(60),
            () -> now);

    private interface Doing {
        Object of(ObjectNode parameters);
    }

    private RpcMethod<String> method(String name, List<String> parameters, Doing doing) {
        return new RpcMethod<>(
                name,
                name,
                parameters.stream()
                        .map(p -> new RpcParameter(p, p, true, Map.of()))
                        .toList(),
                Map.of(),
                JSON.createObjectNode(),
                JSON.createObjectNode(),
                (given, caller) -> {
                    called.add(caller + " " + name);
                    return doing.of(given);
                });
    }

    /** What is answered, as JSON; empty for nothing. */
    private String answer(String text) {
        try {
            return protocol.answer(text.getBytes(StandardCharsets.UTF_8), "I")
                    .map(JSON::writeValueAsString)
                    .orElse("");
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The examples of section 7: what is sent, and what comes back. */
    static Stream<List<String>> examples() {
        return Stream.of(
                List.of(
                        "{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": [42, 23], \"id\": 1}",
                        "{\"jsonrpc\": \"2.0\", \"result\": 19, \"id\": 1}"),
                List.of(
                        "{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": [23, 42], \"id\": 2}",
                        "{\"jsonrpc\": \"2.0\", \"result\": -19, \"id\": 2}"),
                List.of(
                        "{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": {\"subtrahend\": 23, \"minuend\": 42}, \"id\": 3}",
                        "{\"jsonrpc\": \"2.0\", \"result\": 19, \"id\": 3}"),
                List.of(
                        "{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": {\"minuend\": 42, \"subtrahend\": 23}, \"id\": 4}",
                        "{\"jsonrpc\": \"2.0\", \"result\": 19, \"id\": 4}"),
                List.of("{\"jsonrpc\": \"2.0\", \"method\": \"update\", \"params\": [1,2,3,4,5]}", ""),
                List.of("{\"jsonrpc\": \"2.0\", \"method\": \"foobar\"}", ""),
                List.of(
                        "{\"jsonrpc\": \"2.0\", \"method\": \"foobar\", \"id\": \"1\"}",
                        "{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32601, \"message\": \"Method not found\"}, \"id\": \"1\"}"),
                List.of(
                        "{\"jsonrpc\": \"2.0\", \"method\": \"foobar, \"params\": \"bar\", \"baz]",
                        "{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32700, \"message\": \"Parse error\"}, \"id\": null}"),
                List.of(
                        "{\"jsonrpc\": \"2.0\", \"method\": 1, \"params\": \"bar\"}",
                        "{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32600, \"message\": \"Invalid Request\"}, \"id\": null}"),
                List.of(
                        "[{\"jsonrpc\": \"2.0\", \"method\": \"sum\", \"params\": [1,2,4], \"id\": \"1\"}, {\"jsonrpc\": \"2.0\", \"method\"]",
                        "{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32700, \"message\": \"Parse error\"}, \"id\": null}"),
                List.of(
                        "[]",
                        "{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32600, \"message\": \"Invalid Request\"}, \"id\": null}"),
                List.of(
                        "[1]",
                        "[{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32600, \"message\": \"Invalid Request\"}, \"id\": null}]"),
                List.of("[1,2,3]", """
                        [{"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},
                         {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},
                         {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}]"""),
                List.of("""
                        [{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
                         {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
                         {"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},
                         {"foo": "boo"},
                         {"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
                         {"jsonrpc": "2.0", "method": "get_data", "id": "9"}]""", """
                        [{"jsonrpc": "2.0", "result": 7, "id": "1"},
                         {"jsonrpc": "2.0", "result": 19, "id": "2"},
                         {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},
                         {"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": "5"},
                         {"jsonrpc": "2.0", "result": ["hello", 5], "id": "9"}]"""),
                List.of("""
                        [{"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]},
                         {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}]""", ""));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answersTheExamplesOfTheSpecification(List<String> example) {
        String answer = answer(example.getFirst());
        if (example.getLast().isEmpty()) {
            assertThat(answer).isEmpty();
        } else {
            assertThat(withoutData(JSON.readTree(answer))).isEqualTo(JSON.readTree(example.getLast()));
        }
    }

    /** What the specification leaves to us. */
    private static JsonNode withoutData(JsonNode answer) {
        answer.findValues("error").forEach(error -> ((ObjectNode) error).remove("data"));
        return answer;
    }

    @Test
    void doesWhatNotificationsAsk() {
        answer("{\"jsonrpc\": \"2.0\", \"method\": \"get_data\"}");
        assertThat(called).containsExactly("I get_data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"jsonrpc\": \"2.0\", \"method\": \"get_data\", \"id\": {}} | null",
                "{\"jsonrpc\": \"2.0\", \"method\": \"get_data\", \"id\": true} | null",
                "{\"jsonrpc\": \"2.0\", \"method\": \"get_data\", \"id\": [1]} | null",
                "{\"jsonrpc\": \"1.0\", \"method\": \"get_data\", \"id\": 7} | 7",
                "{\"jsonrpc\": 2.0, \"method\": \"get_data\", \"id\": \"a\"} | \"a\"",
                "{\"method\": \"get_data\", \"id\": 7} | 7",
                "{\"jsonrpc\": \"2.0\", \"id\": 7} | 7",
                "{\"jsonrpc\": \"2.0\", \"method\": \"get_data\", \"params\": null, \"id\": 7} | 7",
                "\"text\" | null",
                "17 | null"
            })
    void refusesWhatIsNoCallWithItsIdWhereItHasOne(String call, String id) {
        JsonNode answer = JSON.readTree(answer(call));
        assertThat(answer.at("/error/code").asInt()).isEqualTo(RpcError.INVALID_REQUEST);
        assertThat(answer.get("id")).isEqualTo(JSON.readTree(id));
        assertThat(called).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2, 3]",
                "{\"minuend\": 1}",
                "{\"minuend\": 1, \"subtrahent\": 2}",
                "[1]",
                "{\"minuend\": 1, \"subtrahend\": null}"
            })
    void refusesParametersThatTheMethodHasNot(String params) {
        String answer =
                answer("{\"jsonrpc\": \"2.0\", \"method\": \"subtract\", \"params\": %s, \"id\": 1}".formatted(params));
        assertThat(JSON.readTree(answer).at("/error/code").asInt()).isEqualTo(RpcError.INVALID_PARAMS);
        assertThat(answer).contains("subtrahend");
    }

    @Test
    void tellsOfOurFailures() {
        String answer = answer("{\"jsonrpc\": \"2.0\", \"method\": \"fail\", \"id\": null}");
        assertThat(JSON.readTree(answer).at("/error/code").asInt()).isEqualTo(RpcError.INTERNAL_ERROR);
        assertThat(answer).doesNotContain("ours").contains("\"id\":null");
    }

    @Test
    void keepsIdsAsTheyAre() {
        for (String id : List.of("0", "-1", "1.5", "12345678901234567890123", "\"\"", "\"é\"", "null")) {
            String answer = answer("{\"jsonrpc\": \"2.0\", \"method\": \"get_data\", \"id\": %s}".formatted(id));
            assertThat(answer).endsWith("\"id\":%s}".formatted(id));
        }
    }

    @Test
    void refusesBatchesThatAreTooLong() {
        String call = "{\"jsonrpc\": \"2.0\", \"method\": \"get_data\", \"id\": 1}";
        assertThat(JSON.readTree(
                        answer(Collections.nCopies(RpcProtocol.MOST, call).toString())))
                .hasSize(RpcProtocol.MOST);
        called.clear();
        assertThat(answer(Collections.nCopies(RpcProtocol.MOST + 1, call).toString()))
                .contains("-32600", "at most 50");
        assertThat(called).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "' '", "'['", "'{} {}'", "'nul'"})
    void refusesWhatIsNoJson(String text) {
        assertThat(answer(text)).matches(".*(-32700|-32600).*");
    }

    @Test
    void callsOfABatchThatCameTooLateAreNotBegunAndToldSo() {
        JsonNode answers = JSON.readTree(answer("""
                [{"jsonrpc": "2.0", "method": "slow", "params": [59], "id": 1},
                 {"jsonrpc": "2.0", "method": "slow", "params": [2], "id": 2},
                 {"jsonrpc": "2.0", "method": "get_data", "id": "3"},
                 {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
                 {"jsonrpc": "2.0", "method": "nothing", "id": 5},
                 17]"""));
        assertThat(called).containsExactly("I slow", "I slow");
        assertThat(answers).hasSize(5);
        assertThat(answers.get(1).get("result").asString()).isEqualTo("slow");
        for (int late = 2; late < 5; late++) {
            assertThat(answers.get(late).at("/error/code").asInt()).isEqualTo(RpcProtocol.TIME_OVER);
            assertThat(answers.get(late).at("/error/data/detail").asString())
                    .isEqualTo("the calls before it took 60 s, and it was not begun");
        }
        assertThat(answers.get(2).get("id").asString()).isEqualTo("3");
        assertThat(answers.get(4).get("id").isNull()).isTrue();
        assertThat(answer("{\"jsonrpc\": \"2.0\", \"method\": \"get_data\", \"id\": 1}"))
                .as("the next one begins anew")
                .contains("hello");
    }
}
