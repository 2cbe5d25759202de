package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.serve.client.Presence;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes parameters from the address or, of a POST, from a JSON object. */
@Component
class RequestReader {
    private static final int MAX_BODY = 1_000_000;

    private final JsonMapper json;
    private final Set<String> choices;

    RequestReader(JsonMapper json, DataService data) {
        this.json = json;
        choices = Choice.all(data).keySet();
    }

    Asked read(Api api, HttpServletRequest request) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((key, given) -> {
            if (given.length != 1) {
                throw new Refusal(Diagnostic.error(
                        RestCode.BAD_PARAMETER, "the parameter `%s` is given %d times".formatted(key, given.length)));
            }
            values.put(key, given[0]);
        });
        if (request.getMethod().equals("POST")) {
            object(request).properties().forEach(entry -> values.put(entry.getKey(), text(entry.getValue())));
        }
        Presence.bodyIsRead(request);
        return new Asked(api, values, choices);
    }

    /** The JSON object that was sent. */
    JsonNode body(HttpServletRequest request) throws IOException {
        JsonNode read = object(request);
        Presence.bodyIsRead(request);
        return read;
    }

    /** The JSON object that was sent; an empty one if nothing was. */
    JsonNode optionalBody(HttpServletRequest request) throws IOException {
        boolean nothing = request.getContentLengthLong() == 0
                || (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") == null);
        return nothing ? json.createObjectNode() : body(request);
    }

    private JsonNode object(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw new Refusal(
                    Diagnostic.error(RestCode.BODY_TOO_LARGE, "the body has more than %d bytes".formatted(MAX_BODY)));
        }
        try {
            JsonNode node = json.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException broken) {
            throw new Refusal(
                    Diagnostic.error(RestCode.BAD_BODY, "the body is no JSON")
                            .helped(broken.getOriginalMessage()
                                    .lines()
                                    .findFirst()
                                    .orElse(null)),
                    broken);
        }
        throw new Refusal(Diagnostic.error(RestCode.BAD_BODY, "the body is no JSON object")
                .helped("such as {\"where\": \"ze < 20 deg\", \"columns\": [\"ze\"]}"));
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(RequestReader::text).collect(Collectors.joining(","));
        }
        return value.isObject() ? value.toString() : value.isNull() ? "" : value.asString();
    }
}
