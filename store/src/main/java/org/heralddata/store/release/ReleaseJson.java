package org.heralddata.store.release;

import org.heralddata.model.catalogue.Release;
import tools.jackson.databind.json.JsonMapper;

/** Releases as JSON: the records of {@code model.catalogue}, component by component. */
final class ReleaseJson {
    private static final JsonMapper MAPPER = RecordJson.mapper();

    private ReleaseJson() {}

    static String write(Release release) {
        return MAPPER.writeValueAsString(release);
    }

    static Release release(String json) {
        return MAPPER.readValue(json, Release.class);
    }

    static String write(StoredLayout layout) {
        return MAPPER.writeValueAsString(layout);
    }

    static StoredLayout layout(String json) {
        return MAPPER.readValue(json, StoredLayout.class);
    }
}
