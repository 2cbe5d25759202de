package org.heralddata.serve.portal;

import tools.jackson.databind.json.JsonMapper;

/** JSON to stand in a data block of a page. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** No {@code <} is left, so that no value can end the block or begin markup. */
    public static String block(Object value) {
        return MAPPER.writeValueAsString(value)
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
