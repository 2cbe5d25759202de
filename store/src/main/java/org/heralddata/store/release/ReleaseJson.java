package org.heralddata.store.release;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import tools.jackson.databind.json.JsonMapper;

/** Releases as JSON: the records of {@code model.catalogue}, component by component. */
final class ReleaseJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(v -> v.withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .addMixIn(Access.class, AccessJson.class)
            .addMixIn(CollectionId.class, CollectionIdJson.class)
            .build();

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

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Access.Open.class, name = "open"),
        @JsonSubTypes.Type(value = Access.Restricted.class, name = "restricted")
    })
    private interface AccessJson {}

    private abstract static class CollectionIdJson {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        CollectionIdJson(@SuppressWarnings("unused") String value) {} // stands for the record's constructor

        @JsonValue
        abstract String value();
    }
}
